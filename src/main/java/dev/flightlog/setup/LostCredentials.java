package dev.flightlog.setup;

import dev.flightlog.database.DatabaseException;
import dev.flightlog.database.DatabaseReady;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server in setup mode on a database of an App that was installed has lost that App's credentials. */
@Singleton
@Requires(condition = NotConfigured.class)
final class LostCredentials {
    private static final Logger LOG = LoggerFactory.getLogger(LostCredentials.class);
    private static final String REMEDY = "Nothing is read or posted, and deliveries are answered with 503 and fetched"
            + " again later. Give the server that App's credentials again, and restart it: FLIGHTLOG_GITHUB_APP_ID,"
            + " FLIGHTLOG_GITHUB_PRIVATE_KEY or its file, FLIGHTLOG_GITHUB_WEBHOOK_SECRET; in the chart"
            + " github.existingSecret, which belongs into values.yaml. Register another App only if that one is gone.";

    private final OrganizationStore organizations;
    private final MeterRegistry meters;

    LostCredentials(OrganizationStore organizations, MeterRegistry meters) {
        this.organizations = organizations;
        this.meters = meters;
    }

    @EventListener
    void onDatabaseReady(DatabaseReady ready) {
        List<String> known = logins();
        if (!known.isEmpty()) {
            LOG.error("{}", sentence(known));
        }
        // The same until a restart with the credentials, so nothing has to be read again.
        known.forEach(login -> Gauge.builder("flightlog.source.needs.person", () -> 1)
                .tags("org", login, "source", "app", "problem", "credentials")
                .description("1 for a source that needs a person, by the problem")
                .register(meters));
    }

    /** Cause and remedy for the operator, with the names of the organizations; empty when nothing was lost. */
    String sentence() {
        List<String> known = known();
        return known.isEmpty() ? "" : sentence(known);
    }

    /** True when the database knows an installation. Tells no name. */
    boolean any() {
        return !known().isEmpty();
    }

    private static String sentence(List<String> known) {
        return "The database holds an App's installations (" + String.join(", ", known)
                + "), but no App is configured. " + REMEDY;
    }

    /** Nothing is known while Postgres is unavailable. */
    private List<String> known() {
        try {
            return logins();
        } catch (DatabaseException away) {
            return List.of();
        }
    }

    private List<String> logins() {
        return organizations.all().stream()
                .filter(organization -> organization.state() != Organization.State.REMOVED)
                .map(Organization::login)
                .toList();
    }
}
