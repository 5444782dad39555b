package dev.flightlog.summary;

import dev.flightlog.health.NeededPermission;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.organization.Organization;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What prevents reading an organization, derived from the granted permissions and the last reading. */
@Singleton
public class AccessFacts {
    private final SourceStatusStore readings;

    AccessFacts(SourceStatusStore readings) {
        this.readings = readings;
    }

    /** What an owner has to mend; nothing when all can be read. */
    public List<NeedsDecision> obstacles(Organization organization) {
        Map<Source, SourceStatus> known = readings.of(organization.id());
        Stream<NeedsDecision> missing = Stream.of(
                        NeededPermission.METRICS, NeededPermission.SEATS, NeededPermission.MEMBERS)
                .filter(needed -> !needed.grantedBy(organization.permissions()) || needed.refusedIn(known))
                .map(needed -> new NeedsDecision.PermissionMissing(needed.key()));
        Stream<NeedsDecision> policy = policyOff(organization, known.get(Source.USAGE))
                ? Stream.of(new NeedsDecision.MetricsPolicyOff())
                : Stream.empty();
        Stream<NeedsDecision> unread = Stream.of(Source.SEATS, Source.USAGE, Source.DIRECTORY)
                .map(known::get)
                .filter(reading -> reading != null && unread(reading))
                .map(reading -> new NeedsDecision.SourceUnread(reading.source().word(), cause(reading)));
        return Stream.of(policy, missing, unread).flatMap(part -> part).toList();
    }

    /** True when it does not recover by itself, for a reason that an owner can remedy and that nothing else reports. */
    private static boolean unread(SourceStatus reading) {
        return switch (reading.outcome()) {
            case FAILED -> true;
            case ASK_A_PERSON -> isForAnOwner(reading.cause());
            case READ, NO_DATA, LATER -> false;
        };
    }

    /** The App's key and the server's clock are the operator's; permissions and policies have lines of their own. */
    private static boolean isForAnOwner(SourceStatus.@Nullable Cause cause) {
        return switch (cause) {
            case PERMISSION, METRICS_POLICY, SUSPENSION, APP_KEY, CLOCK -> false;
            case IP_ALLOW_LIST, SINGLE_SIGN_ON, ARCHIVED, ISSUES_OFF, LOCKED, CATEGORY -> true;
            case null -> true;
        };
    }

    private static String cause(SourceStatus reading) {
        String detail = reading.detail();
        return detail == null ? "the log of the server says why." : detail;
    }

    /** True when GitHub gives no usage before a person acts; what keeps other sources from us does not count. */
    boolean usageBlocked(Organization organization) {
        return switch (staleCause(organization)) {
            case StaleCause.MetricsPolicyOff _,
                    StaleCause.PermissionMissing _,
                    StaleCause.Suspended _,
                    StaleCause.Refused _ -> true;
            case StaleCause.NotRead _, StaleCause.NotPublished _ -> false;
        };
    }

    /** When usage was last asked for, whatever the result; null if never. */
    @Nullable
    Instant usageTriedAt(Organization organization) {
        SourceStatus usage = readings.of(organization.id()).get(Source.USAGE);
        return usage == null ? null : usage.attemptedAt();
    }

    /** Why no newer usage comes. */
    StaleCause staleCause(Organization organization) {
        if (!organization.active()) {
            return new StaleCause.Suspended();
        }
        if (!NeededPermission.METRICS.grantedBy(organization.permissions())) {
            return new StaleCause.PermissionMissing(NeededPermission.METRICS.key());
        }
        SourceStatus usage = readings.of(organization.id()).get(Source.USAGE);
        if (usage == null) {
            return new StaleCause.NotPublished();
        }
        return switch (usage.outcome()) {
            case ASK_A_PERSON -> refused(usage);
            case LATER -> notRead(usage.detail());
            case FAILED -> notRead(null);
            case READ, NO_DATA -> new StaleCause.NotPublished();
        };
    }

    private static StaleCause refused(SourceStatus usage) {
        return switch (usage.cause()) {
            case PERMISSION -> new StaleCause.PermissionMissing(NeededPermission.METRICS.key());
            case METRICS_POLICY -> new StaleCause.MetricsPolicyOff();
            case SUSPENSION -> new StaleCause.Suspended();
            case APP_KEY, CLOCK, IP_ALLOW_LIST, SINGLE_SIGN_ON, ARCHIVED, ISSUES_OFF, LOCKED, CATEGORY ->
                new StaleCause.Refused(
                        usage.detail() == null ? "See the status and the server's log." : usage.detail());
            // An older server did not note it.
            case null -> notRead(usage.detail());
        };
    }

    private static StaleCause notRead(@Nullable String detail) {
        return new StaleCause.NotRead(detail == null ? "The server's log says why." : detail);
    }

    private static boolean policyOff(Organization organization, @Nullable SourceStatus usage) {
        return usage != null
                && usage.cause() == SourceStatus.Cause.METRICS_POLICY
                && NeededPermission.METRICS.grantedBy(organization.permissions());
    }
}
