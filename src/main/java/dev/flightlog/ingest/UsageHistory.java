package dev.flightlog.ingest;

import dev.flightlog.copilot.ReportKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides, from the ledger and the time alone, which reports are to be read next. Does nothing. */
public final class UsageHistory {
    /** First day GitHub has of organizations (github.md: Report days). */
    public static final LocalDate FIRST_DAY = LocalDate.of(2025, 12, 12);

    /** How long GitHub keeps a day. */
    private static final int KEPT_DAYS = 365;

    /** A day settles within three full days; read again a little longer (github.md: Report days). */
    private static final int SETTLING_DAYS = 5;

    /** After this a day without data will not get any. */
    private static final int HOPELESS_DAYS = 28;

    /** Most trouble is over by then; what stays broken is asked for twice a day, with the other gaps. */
    private static final Duration FAILED_AGAIN_AFTER = Duration.ofHours(1);

    /** A 28-day report is read again when the days it covers are all others. */
    private static final int LATEST_EVERY_DAYS = 28;

    /** Teams first: people of the same day are joined with them. */
    private static final List<ReportKind> OF_A_DAY = List.of(
            ReportKind.USER_TEAMS_1_DAY, ReportKind.USERS_1_DAY, ReportKind.ORGANIZATION_1_DAY, ReportKind.REPOS_1_DAY);

    private UsageHistory() {}

    /** A report to read. */
    public record Wanted(ReportKind kind, LocalDate day) {}

    /**
     * What is to be read, in this order: for a first post the 28-day reports with their days' teams; then days, newest
     * first, that were never read, came to nothing, or are still settling.
     *
     * @param ledger every entry from {@link #oldest} on
     * @param keepFrom no day before it is wanted: retention would erase it again
     */
    public static List<Wanted> next(Collection<LedgerEntry> ledger, Instant now, LocalDate keepFrom) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate oldest = oldest(today, keepFrom);
        Map<Wanted, LedgerEntry> known = new HashMap<>();
        Map<ReportKind, LedgerEntry> latest = new EnumMap<>(ReportKind.class);
        for (LedgerEntry entry : ledger) {
            known.put(new Wanted(entry.kind(), entry.day()), entry);
            latest.merge(entry.kind(), entry, UsageHistory::later);
        }
        Set<Wanted> wanted = new LinkedHashSet<>();
        addLatest(wanted, known, latest, today, oldest, now);
        for (LocalDate day = today.minusDays(1); !day.isBefore(oldest); day = day.minusDays(1)) {
            for (ReportKind kind : OF_A_DAY) {
                Wanted report = new Wanted(kind, day);
                if (isDue(known.get(report), now)) {
                    wanted.add(report);
                }
            }
        }
        return List.copyOf(wanted);
    }

    /** The oldest day that is worth asking for. */
    public static LocalDate oldest(LocalDate today, LocalDate keepFrom) {
        LocalDate kept = today.minusDays(KEPT_DAYS);
        LocalDate oldest = kept.isAfter(FIRST_DAY) ? kept : FIRST_DAY;
        return keepFrom.isAfter(oldest) ? keepFrom : oldest;
    }

    private static void addLatest(
            Set<Wanted> wanted,
            Map<Wanted, LedgerEntry> known,
            Map<ReportKind, LedgerEntry> latest,
            LocalDate today,
            LocalDate oldest,
            Instant now) {
        if (latestIsDue(latest.get(ReportKind.ORGANIZATION_28_DAY), today, now)) {
            wanted.add(new Wanted(ReportKind.ORGANIZATION_28_DAY, today));
        }
        if (!latestIsDue(latest.get(ReportKind.USERS_28_DAY), today, now)) {
            return;
        }
        for (int back = 1; back <= LATEST_EVERY_DAYS + 2; back++) {
            LocalDate day = today.minusDays(back);
            Wanted teams = new Wanted(ReportKind.USER_TEAMS_1_DAY, day);
            if (!day.isBefore(oldest) && isDue(known.get(teams), now)) {
                wanted.add(teams);
            }
        }
        wanted.add(new Wanted(ReportKind.USERS_28_DAY, today));
    }

    private static boolean latestIsDue(@Nullable LedgerEntry last, LocalDate today, Instant now) {
        if (last == null) {
            return true;
        }
        return last.imported()
                ? last.day().plusDays(LATEST_EVERY_DAYS).isBefore(today)
                : longAgo(last.attemptedAt(), now);
    }

    /** Whether a day may have changed depends on its age when it was last read, not on its age now. */
    private static boolean isDue(@Nullable LedgerEntry entry, Instant now) {
        if (entry == null) {
            return true;
        }
        return switch (entry.outcome()) {
            case IMPORTED ->
                wasAskedWithin(entry, entry.problem() == null ? SETTLING_DAYS : HOPELESS_DAYS)
                        && longAgo(entry.attemptedAt(), now);
            case NO_DATA -> wasAskedWithin(entry, HOPELESS_DAYS) && longAgo(entry.attemptedAt(), now);
            case FAILED -> Duration.between(entry.attemptedAt(), now).compareTo(FAILED_AGAIN_AFTER) >= 0;
        };
    }

    private static boolean wasAskedWithin(LedgerEntry entry, int days) {
        return LocalDate.ofInstant(entry.attemptedAt(), ZoneOffset.UTC)
                .isBefore(entry.day().plusDays(days));
    }

    /** Once a day, and a little less than a day apart so that a daily job never comes too early. */
    private static boolean longAgo(Instant attempt, Instant now) {
        return Duration.between(attempt, now).compareTo(Duration.ofHours(20)) >= 0;
    }

    /** The imported one, else the one tried last. */
    private static LedgerEntry later(LedgerEntry one, LedgerEntry other) {
        if (one.imported() != other.imported()) {
            return one.imported() ? one : other;
        }
        return one.day().isAfter(other.day()) ? one : other;
    }
}
