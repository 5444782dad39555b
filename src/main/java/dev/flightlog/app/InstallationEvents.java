package dev.flightlog.app;

import dev.flightlog.jobs.JobQueue;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.webhook.WebhookEvent.InstallationChanged;
import dev.flightlog.webhook.WebhookEvent.InstalledAccount;
import dev.flightlog.webhook.WebhookEvent.OfEnterprise;
import dev.flightlog.webhook.WebhookEvent.OrganizationRenamed;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has GitHub asked what became of an installation when an event says that something did. The event's own words are not
 * taken: a body that is sent again would suspend, rename or cripple an organization.
 */
@Singleton
class InstallationEvents {
    private static final Logger LOG = LoggerFactory.getLogger(InstallationEvents.class);

    private final OrganizationStore organizations;
    private final JobQueue jobs;

    InstallationEvents(OrganizationStore organizations, JobQueue jobs) {
        this.organizations = organizations;
        this.jobs = jobs;
    }

    /** False for a person's account and for an enterprise: the app reads organizations. */
    boolean on(InstallationChanged event) {
        InstalledAccount account = event.account();
        if (!account.organization()) {
            LOG.warn(
                    "installation {} is of a person's account or of an enterprise and is ignored: install the App in"
                            + " each organization",
                    account.installationId());
            return false;
        }
        ask(account.installationId());
        return true;
    }

    /** False: the app reads organizations. */
    boolean on(OfEnterprise event) {
        LOG.warn(
                "an event {} of installation {} is of an enterprise and is ignored: install the App in each"
                        + " organization",
                event.event(),
                event.installationId());
        return false;
    }

    /** False for an organization that is not known: its installation will bring its name. */
    boolean on(OrganizationRenamed event) {
        Organization organization = organizations.byId(event.organizationId());
        if (organization == null || !organization.active()) {
            return false;
        }
        ask(organization.installationId());
        return true;
    }

    private void ask(long installation) {
        jobs.enqueue(InstallationJob.TYPE, Long.toString(installation), new InstallationJob.Data(installation));
    }
}
