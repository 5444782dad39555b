package dev.flightlog.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.github.Failure;
import dev.flightlog.health.NeededPermission;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.organization.Organization;
import dev.flightlog.support.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A permission that was taken back without an event: what was granted says one thing, GitHub another. */
class AccessFactsTest {
    private static final Organization ACME = new Organization(
            7,
            "acme",
            9,
            Organization.State.ACTIVE,
            Arrays.stream(NeededPermission.values())
                    .collect(Collectors.toMap(NeededPermission::key, NeededPermission::level)),
            Instant.parse("2026-11-18T09:00:00Z"),
            null);

    private final ApplicationContext context = ApplicationContext.builder()
            .properties(TestDatabase.create().properties())
            .eagerInitSingletons(false)
            .start();
    private final SourceStatusStore readings = context.getBean(SourceStatusStore.class);
    private final AccessFacts facts = new AccessFacts(readings);

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void aRefusalForWantOfAPermissionIsNotThePolicy() {
        readings.failed(ACME.id(), Source.USAGE, new Failure.Forbidden("Resource not accessible by integration"));

        assertThat(facts.staleCause(ACME)).isEqualTo(new StaleCause.PermissionMissing("organization_copilot_metrics"));
        assertThat(facts.obstacles(ACME))
                .containsExactly(new NeedsDecision.PermissionMissing("organization_copilot_metrics"));
    }

    @Test
    void thePolicyIsNotAPermission() {
        readings.failed(ACME.id(), Source.USAGE, new Failure.MetricsPolicyOff());

        assertThat(facts.staleCause(ACME)).isEqualTo(new StaleCause.MetricsPolicyOff());
        assertThat(facts.obstacles(ACME)).containsExactly(new NeedsDecision.MetricsPolicyOff());
        assertThat(facts.usageBlocked(ACME)).isTrue();
    }

    @Test
    void aKeyThatGitHubDoesNotAcceptIsNothingForAnOwner() {
        readings.failed(ACME.id(), Source.USAGE, new Failure.Unauthorized("no key", java.time.Duration.ZERO));

        assertThat(facts.staleCause(ACME)).isInstanceOf(StaleCause.Refused.class);
        assertThat(facts.obstacles(ACME)).isEmpty();
    }

    @Test
    void anIpAllowListIsForAnOwner() {
        String said =
                "Although you appear to have the correct authorization credentials, the `acme` organization has an"
                        + " IP allow list enabled, and your IP address is not permitted to access this resource.";
        readings.failed(ACME.id(), Source.SEATS, new Failure.Forbidden(said));

        assertThat(facts.obstacles(ACME))
                .singleElement()
                .isInstanceOfSatisfying(
                        NeedsDecision.SourceUnread.class,
                        unread -> assertThat(unread.cause()).contains("IP allow list"));
    }

    @Test
    void whatIsReadAgainIsNoObstacle() {
        readings.failed(ACME.id(), Source.SEATS, new Failure.Forbidden("Resource not accessible by integration"));
        assertThat(facts.obstacles(ACME))
                .containsExactly(new NeedsDecision.PermissionMissing("organization_copilot_seat_management"));
        assertThat(facts.usageBlocked(ACME)).as("usage comes all the same").isFalse();

        readings.read(ACME.id(), Source.SEATS, null);
        assertThat(facts.obstacles(ACME)).isEmpty();
    }
}
