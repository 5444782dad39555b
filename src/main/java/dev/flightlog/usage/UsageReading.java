package dev.flightlog.usage;

import dev.flightlog.copilot.ReportKind;
import dev.flightlog.directory.Organization;
import dev.flightlog.directory.ReadingStore;
import dev.flightlog.directory.Source;
import dev.flightlog.github.GitHubException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the days that the next post is made of. Every report is a unit of its own, so that a process that was killed goes
 * on where it was.
 */
@Singleton
public class UsageReading {
    /** Who was in which team on a day must be known before what they did: the join is made while the rows stream by. */
    private static final List<ReportKind> OF_A_DAY = List.of(
            ReportKind.USER_TEAMS_1_DAY, ReportKind.USERS_1_DAY, ReportKind.ORGANIZATION_1_DAY, ReportKind.REPOS_1_DAY);
    /** A 28-day report ends up to three days ago. */
    private static final int DAYS_OF_FIRST_LOAD = 31;

    private static final int DAYS_THAT_MAY_CHANGE = 5;
    private static final Duration READ_AGAIN_AFTER = Duration.ofHours(5);

    private final UsageImport imports;
    private final UsageFreshness freshness;
    private final ReadingStore readings;
    private final InstantSource clock;

    UsageReading(UsageImport imports, UsageFreshness freshness, ReadingStore readings, InstantSource clock) {
        this.imports = imports;
        this.freshness = freshness;
        this.readings = readings;
        this.clock = clock;
    }

    /**
     * Reads what is due. A report that is broken does not hold up the others.
     *
     * @throws GitHubException permission, policy, rate limit or outage; what was read until then stays
     * @throws RejectedReport at the end, when one was broken
     */
    public void read(Organization organization) {
        ReportOwner owner = new ReportOwner(organization.id(), organization.login(), organization.access());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<RejectedReport> rejected = new ArrayList<>();
        if (needsFirstLoad(owner, today)) {
            readFirst(owner, today, rejected);
        }
        daysBefore(today, DAYS_THAT_MAY_CHANGE)
                .forEach(day -> OF_A_DAY.forEach(kind -> readUnlessFresh(owner, kind, day, rejected)));
        if (!rejected.isEmpty()) {
            throw rejected.getFirst();
        }
        note(organization.id());
    }

    private boolean needsFirstLoad(ReportOwner owner, LocalDate today) {
        return imports.ledgerSince(owner.orgId(), today.minusDays(DAYS_OF_FIRST_LOAD)).stream()
                .noneMatch(entry ->
                        entry.kind() == ReportKind.USERS_28_DAY && entry.outcome() != LedgerEntry.Outcome.FAILED);
    }

    private void readFirst(ReportOwner owner, LocalDate today, List<RejectedReport> rejected) {
        daysBefore(today, DAYS_OF_FIRST_LOAD)
                .forEach(day -> readUnlessFresh(owner, ReportKind.USER_TEAMS_1_DAY, day, rejected));
        LocalDate yesterday = today.minusDays(1);
        read(owner, ReportKind.ORGANIZATION_28_DAY, yesterday, rejected);
        read(owner, ReportKind.USERS_28_DAY, yesterday, rejected);
    }

    private void readUnlessFresh(ReportOwner owner, ReportKind kind, LocalDate day, List<RejectedReport> rejected) {
        Instant limit = clock.instant().minus(READ_AGAIN_AFTER);
        boolean fresh = imports.ledgerSince(owner.orgId(), day).stream()
                .anyMatch(entry -> entry.kind() == kind
                        && entry.day().equals(day)
                        && entry.outcome() != LedgerEntry.Outcome.FAILED
                        && entry.attemptedAt().isAfter(limit));
        if (!fresh) {
            read(owner, kind, day, rejected);
        }
    }

    private void read(ReportOwner owner, ReportKind kind, LocalDate day, List<RejectedReport> rejected) {
        if (imports.importReport(owner, kind, day) instanceof ImportOutcome.Rejected broken) {
            rejected.add(new RejectedReport(kind, day, broken.problem()));
        }
    }

    private void note(long org) {
        @Nullable LocalDate latest = freshness.latestDay(org);
        if (latest == null) {
            readings.noData(org, Source.USAGE, "GitHub has published no usage of this organization yet.");
        } else {
            readings.read(org, Source.USAGE, latest);
        }
    }

    /** Newest first. */
    private static List<LocalDate> daysBefore(LocalDate today, int days) {
        return IntStream.rangeClosed(1, days).mapToObj(today::minusDays).toList();
    }
}
