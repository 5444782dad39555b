package dev.flightlog.api;

import dev.flightlog.organization.Organization;

/** Who reads an organization, and how much of it they may see now. */
public sealed interface Reader {
    Organization organization();

    /** Everything: a workflow of the governance repository, or a person who is an admin now. */
    record OfEverything(Organization organization) implements Reader {}

    /**
     * A person who is a member now: the organization as a whole, their own teams, themselves.
     *
     * @param login their name on GitHub when they made the token
     */
    record Member(Organization organization, long personId, String login) implements Reader {}
}
