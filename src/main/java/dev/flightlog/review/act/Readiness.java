package dev.flightlog.review.act;

import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.governance.Policies;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.health.SourceStatusStore;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Whether enough is known to say whose seat is unused: nobody is proposed because something could not be read. */
@Singleton
class Readiness {
    private static final Duration FRESH = Duration.ofHours(48);

    private final GovernanceStore governance;
    private final Policies policies;
    private final SourceStatusStore statuses;
    private final InstantSource clock;

    Readiness(GovernanceStore governance, Policies policies, SourceStatusStore statuses, InstantSource clock) {
        this.governance = governance;
        this.policies = policies;
        this.statuses = statuses;
        this.clock = clock;
    }

    /** Why no review can start, as a sentence; nothing where one can. */
    Optional<String> obstacle(long org) {
        if (governance.repository(org) == null) {
            return Optional.of("There is no governance repository to announce a review in.");
        }
        if (!policies.inForce(org).wasRead()) {
            return Optional.of("The policy file was not read yet.");
        }
        Map<Source, SourceStatus> known = statuses.of(org);
        return stale(known.get(Source.SEATS), "The seats")
                .or(() -> stale(known.get(Source.DIRECTORY), "People and teams"))
                .or(() -> stale(known.get(Source.USAGE), "The usage reports"));
    }

    private Optional<String> stale(@org.jspecify.annotations.Nullable SourceStatus status, String what) {
        Instant read = status == null ? null : status.succeededAt();
        return read != null && read.isAfter(clock.instant().minus(FRESH))
                ? Optional.empty()
                : Optional.of(what + " were not read in the last " + FRESH.toHours()
                        + " hours, so nobody can say whose seat is unused.");
    }
}
