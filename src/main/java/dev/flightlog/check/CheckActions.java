package dev.flightlog.check;

import dev.flightlog.organization.Organization;
import dev.flightlog.webhook.Actor;

/** What the buttons of the seats check set off; asked only for people who may. Doing it twice must be as doing it once. */
public interface CheckActions {
    /** Reads seats, directory and usage again, as {@code /copilot refresh} does. */
    void refresh(Organization organization, Actor actor);

    /** Posts the summary of the latest published week, or edits the post that is there. */
    void postSummary(Organization organization, Actor actor);
}
