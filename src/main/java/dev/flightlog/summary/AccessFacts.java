package dev.flightlog.summary;

import dev.flightlog.directory.NeededPermission;
import dev.flightlog.directory.Organization;
import dev.flightlog.directory.Reading;
import dev.flightlog.directory.ReadingStore;
import dev.flightlog.directory.Source;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What keeps us from reading an organization, told from what was granted and how the last reading ended. */
@Singleton
class AccessFacts {
    private final ReadingStore readings;

    AccessFacts(ReadingStore readings) {
        this.readings = readings;
    }

    /** What an owner has to mend; nothing when all can be read. */
    List<NeedsDecision> obstacles(Organization organization) {
        Stream<NeedsDecision> missing = Stream.of(
                        NeededPermission.METRICS, NeededPermission.SEATS, NeededPermission.MEMBERS)
                .filter(needed -> !needed.grantedBy(organization.permissions()))
                .map(needed -> new NeedsDecision.PermissionMissing(needed.key()));
        Stream<NeedsDecision> policy =
                policyOff(organization) ? Stream.of(new NeedsDecision.MetricsPolicyOff()) : Stream.empty();
        return Stream.concat(policy, missing).toList();
    }

    /** Why no newer usage comes. */
    StaleCause staleCause(Organization organization) {
        if (!organization.active()) {
            return new StaleCause.Suspended();
        }
        if (!NeededPermission.METRICS.grantedBy(organization.permissions())) {
            return new StaleCause.PermissionMissing(NeededPermission.METRICS.key());
        }
        Reading usage = usage(organization);
        if (usage == null) {
            return new StaleCause.NotPublished();
        }
        return switch (usage.outcome()) {
            case ASK_A_PERSON -> new StaleCause.MetricsPolicyOff();
            case LATER, FAILED -> new StaleCause.GitHubDown();
            case READ, NO_DATA -> new StaleCause.NotPublished();
        };
    }

    /** GitHub refuses though the permission is there: then it is the policy (FACTS §5). */
    private boolean policyOff(Organization organization) {
        Reading usage = usage(organization);
        return usage != null
                && usage.outcome() == Reading.Outcome.ASK_A_PERSON
                && NeededPermission.METRICS.grantedBy(organization.permissions());
    }

    private @Nullable Reading usage(Organization organization) {
        return readings.of(organization.id()).get(Source.USAGE);
    }
}
