package dev.flightlog.app;

import dev.flightlog.database.DatabaseReady;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.setup.NotConfigured;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says aloud when a server in setup mode finds a database of an App that was installed: its credentials were lost. */
@Singleton
@Requires(condition = NotConfigured.class)
class LostCredentials {
    private static final Logger LOG = LoggerFactory.getLogger(LostCredentials.class);

    private final OrganizationStore organizations;

    LostCredentials(OrganizationStore organizations) {
        this.organizations = organizations;
    }

    @EventListener
    void onDatabaseReady(DatabaseReady ready) {
        List<Organization> known = organizations.all().stream()
                .filter(organization -> organization.state() != Organization.State.REMOVED)
                .toList();
        if (!known.isEmpty()) {
            LOG.error(
                    "the database holds an App's installations ({}), but no App is configured: nothing is read or"
                            + " posted, and deliveries are answered with 503. Give the server its credentials again"
                            + " (FLIGHTLOG_GITHUB_APP_ID, FLIGHTLOG_GITHUB_PRIVATE_KEY or its file,"
                            + " FLIGHTLOG_GITHUB_WEBHOOK_SECRET; in the chart github.existingSecret, which belongs into"
                            + " values.yaml). Use the /setup address only to register another App",
                    known.stream().map(Organization::login).collect(Collectors.joining(", ")));
        }
    }
}
