package dev.flightlog.app;

import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.sync.SyncRequests;
import dev.flightlog.webhook.WebhookEvent.InstallationChanged;
import dev.flightlog.webhook.WebhookEvent.InstalledAccount;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of an organization when the app is installed, suspended, taken up again or removed. */
@Singleton
class InstallationEvents {
    private static final Logger LOG = LoggerFactory.getLogger(InstallationEvents.class);

    private final OrganizationStore organizations;
    private final SyncRequests firstLoad;
    private final InstantSource clock;

    InstallationEvents(OrganizationStore organizations, SyncRequests firstLoad, InstantSource clock) {
        this.organizations = organizations;
        this.firstLoad = firstLoad;
        this.clock = clock;
    }

    /** False for a person's account: Copilot seats belong to organizations. */
    boolean on(InstallationChanged event) {
        InstalledAccount account = event.account();
        if (!account.organization()) {
            LOG.warn(
                    "installation {} is on a person's account; Flightlog works for organizations only",
                    account.installationId());
            return false;
        }
        switch (event.change()) {
            case READY -> ready(account);
            case SUSPENDED -> change(account, Organization.State.SUSPENDED);
            case REMOVED -> change(account, Organization.State.REMOVED);
        }
        return true;
    }

    private void ready(InstalledAccount account) {
        if (organizations.installed(
                account.id(), account.login(), account.installationId(), account.permissions(), clock.instant())) {
            firstLoad.start(account.id());
            LOG.info("organization {} is read: installation {}", account.login(), account.installationId());
        }
    }

    private void change(InstalledAccount account, Organization.State state) {
        if (organizations.changeState(account.id(), account.installationId(), state, clock.instant())) {
            LOG.info("the installation of organization {} is now {}", account.login(), state);
        }
    }
}
