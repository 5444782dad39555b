package dev.flightlog.app;

import dev.flightlog.check.CheckActions;
import dev.flightlog.organization.Organization;
import dev.flightlog.sync.SyncRequests;
import dev.flightlog.webhook.Actor;
import jakarta.inject.Singleton;

/** What the buttons of the seats check set off. */
@Singleton
class Buttons implements CheckActions {
    private final SyncRequests load;

    Buttons(SyncRequests load) {
        this.load = load;
    }

    @Override
    public void refresh(Organization organization, Actor actor) {
        load.refresh(organization.id());
    }

    @Override
    public void postSummary(Organization organization, Actor actor) {
        load.postSummary(organization.id());
    }
}
