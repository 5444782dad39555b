package dev.flightlog.app;

import dev.flightlog.database.DatabaseException;
import dev.flightlog.database.Migrations;
import dev.flightlog.digest.DigestStatus;
import dev.flightlog.digest.Digests;
import dev.flightlog.governance.Policies;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which organizations' digests need a person, as a gauge: the same answer as in {@code /copilot status}. */
@Singleton
final class DigestGauges {
    private static final Logger LOG = LoggerFactory.getLogger(DigestGauges.class);

    private final OrganizationStore organizations;
    private final Policies policies;
    private final Digests digests;
    private final Migrations migrations;
    private final MultiGauge needsPerson;

    DigestGauges(
            OrganizationStore organizations,
            Policies policies,
            Digests digests,
            Migrations migrations,
            MeterRegistry meters) {
        this.organizations = organizations;
        this.policies = policies;
        this.digests = digests;
        this.migrations = migrations;
        needsPerson = gauge(meters, "flightlog.digest.needs.person", "1 while the digest needs a person, else 0");
    }

    @Scheduled(initialDelay = "20s", fixedDelay = "1m")
    void refresh() {
        if (!migrations.done()) {
            return;
        }
        try {
            needsPerson.register(
                    organizations.all().stream()
                            .filter(Organization::active)
                            .<Row<?>>mapMulti((organization, next) -> row(organization, next::accept))
                            .toList(),
                    true);
        } catch (DatabaseException away) {
            LOG.debug("the gauge keeps its values: {}", away.getMessage());
        }
    }

    /** None where the policy has no digest. */
    private void row(Organization organization, Consumer<Row<?>> next) {
        DigestStatus.State state = digests.of(
                        organization, policies.inForce(organization.id()).policy())
                .state();
        switch (state) {
            case OFF -> {}
            case FINE, WAITS -> next.accept(Row.of(Tags.of("org", organization.login()), 0));
            case NEEDS_A_PERSON -> next.accept(Row.of(Tags.of("org", organization.login()), 1));
        }
    }

    private static MultiGauge gauge(MeterRegistry meters, String name, String description) {
        return MultiGauge.builder(name).description(description).register(meters);
    }
}
