package dev.flightlog.health;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What keeps the figures from being today's, or the app from a part of its work. The one decision of what is wrong: the
 * check fails by it, the status says it, and by the same days the alert is opened.
 */
public sealed interface DataProblem {
    /** GitHub publishes a day within two full days; after five something is wrong. */
    int MAX_DAYS_BEHIND = 5;

    /** What is listed as a whole, such as seats, is read several times a day. */
    Duration OLD_AFTER = Duration.ofHours(48);

    /** The sources that every figure rests on; billing is optional, and history comes when it comes. */
    List<Source> NEEDED = List.of(Source.DIRECTORY, Source.SEATS, Source.USAGE);

    /** A person has to do something before the source can be read; {@code what} is a sentence. */
    record NeedsAPerson(Source source, SourceStatus.@Nullable Cause cause, String what) implements DataProblem {}

    /** The installation was not granted this, or not enough of it. */
    record PermissionMissing(NeededPermission permission) implements DataProblem {}

    /** Nothing new for too long. {@code last} is null when nothing ever came; {@code why} when nothing is known. */
    record Stale(
            Source source,
            @Nullable LocalDate last,
            @Nullable String why) implements DataProblem {}

    /** True when figures come from what is missing, so that they may be old or incomplete. */
    default boolean spoilsFigures() {
        return switch (this) {
            case NeedsAPerson(Source source, var _, var _) -> NEEDED.contains(source);
            case PermissionMissing(NeededPermission permission) -> permission.isNeededFor(NEEDED);
            case Stale _ -> true;
        };
    }

    /** True when an owner mends it by accepting permissions. */
    default boolean wantsAPermission() {
        return switch (this) {
            case NeedsAPerson(var _, var cause, var _) -> cause == SourceStatus.Cause.PERMISSION;
            case PermissionMissing _ -> true;
            case Stale _ -> false;
        };
    }

    /** Everything that is wrong, what a person must do first; a reading that was refused for want of a permission says so itself. */
    static List<DataProblem> of(Map<Source, SourceStatus> readings, Map<String, String> granted, Instant now) {
        List<DataProblem> troubles = new ArrayList<>();
        List<NeededPermission> missing = NeededPermission.missing(granted);
        missing.stream()
                .filter(needed -> !needed.refusedIn(readings))
                .forEach(needed -> troubles.add(new PermissionMissing(needed)));
        refused(readings, missing.stream().anyMatch(NeededPermission::isForPosts), troubles);
        NEEDED.forEach(source -> stale(source, readings.get(source), now, troubles));
        return troubles;
    }

    /**
     * One cause may stop several sources; what is said of those that figures come from stays.
     *
     * @param postsExplained a permission to post was not granted, which says more than a refused post
     */
    private static void refused(
            Map<Source, SourceStatus> readings, boolean postsExplained, List<DataProblem> troubles) {
        Set<String> said = new HashSet<>();
        readings.values().stream()
                .filter(reading -> reading.outcome() == SourceStatus.Outcome.ASK_A_PERSON)
                .filter(reading -> reading.source() != Source.BILLING)
                .filter(reading -> !postsExplained
                        || reading.source() != Source.POSTS
                        || reading.cause() != SourceStatus.Cause.PERMISSION)
                .sorted(Comparator.comparing((SourceStatus reading) -> !NEEDED.contains(reading.source()))
                        .thenComparing(SourceStatus::source))
                .filter(reading -> said.add(detail(reading)))
                .forEach(reading -> troubles.add(new NeedsAPerson(reading.source(), reading.cause(), detail(reading))));
    }

    /** Whether this last day with usage is too long ago. */
    static boolean isOld(LocalDate last, Instant now) {
        return last.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(MAX_DAYS_BEHIND));
    }

    private static void stale(Source source, @Nullable SourceStatus reading, Instant now, List<DataProblem> troubles) {
        if (reading == null || reading.outcome() == SourceStatus.Outcome.ASK_A_PERSON) {
            return;
        }
        LocalDate through = source == Source.USAGE ? reading.dataThrough() : null;
        if (through != null) {
            if (isOld(through, now)) {
                troubles.add(new Stale(source, through, reading.detail()));
            }
            return;
        }
        Instant read = reading.succeededAt();
        boolean never = read == null && reading.outcome() == SourceStatus.Outcome.FAILED;
        if (never || read != null && read.isBefore(now.minus(OLD_AFTER))) {
            LocalDate last = read == null ? null : read.atZone(ZoneOffset.UTC).toLocalDate();
            troubles.add(new Stale(source, last, reading.detail()));
        }
    }

    private static String detail(SourceStatus reading) {
        String detail = reading.detail();
        return detail == null ? "Reading " + reading.source().word() + " needs a person." : detail;
    }
}
