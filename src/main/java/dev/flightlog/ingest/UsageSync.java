package dev.flightlog.ingest;

import dev.flightlog.copilot.ReportKind;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.Pace;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.ingest.UsageHistory.Wanted;
import dev.flightlog.organization.Organization;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the days that the next post is made of. Every report is a unit of its own, so that a process that was killed
 * goes on where it was.
 */
@Singleton
public class UsageSync {
    /** Who was in which team on a day must be known before what they did: the join is made while the rows stream by. */
    private static final List<ReportKind> OF_A_DAY = List.of(
            ReportKind.USER_TEAMS_1_DAY, ReportKind.USERS_1_DAY, ReportKind.ORGANIZATION_1_DAY, ReportKind.REPOS_1_DAY);
    /** A 28-day report ends up to three days ago. */
    private static final int DAYS_OF_FIRST_LOAD = 31;

    private static final int DAYS_THAT_MAY_CHANGE = 5;

    /**
     * After an outage GitHub publishes what it owes: a day without data is asked for at each reading until it is so
     * old.
     */
    private static final int DAYS_THAT_MAY_COME = 28;

    /** GitHub has restated months at once: so often the 28-day report is compared with the days that are stored. */
    private static final Duration COMPARE_EVERY = Duration.ofDays(7);

    private static final Duration READ_AGAIN_AFTER = Duration.ofHours(5);

    private final UsageImport imports;
    private final UsageFreshnessStore freshness;
    private final SourceStatusStore readings;
    private final InstantSource clock;

    UsageSync(UsageImport imports, UsageFreshnessStore freshness, SourceStatusStore readings, InstantSource clock) {
        this.imports = imports;
        this.freshness = freshness;
        this.readings = readings;
        this.clock = clock;
    }

    /**
     * Reads what is due. A report that is broken, or that GitHub fails to give, does not hold up the others.
     *
     * @param asked when somebody asked for all of it: what was read before is read again; null where the timetable did
     * @throws GitHubException permission, policy, rate limit or outage; what was read until then stays
     * @throws RejectedReport at the end, when one was broken
     */
    public void read(Organization organization, @Nullable Instant asked) {
        Round round = new Round(
                new ReportOwner(organization.id(), organization.login(), organization.access()),
                clock.instant(),
                asked);
        Pace pace = Pace.ofReading(!needsFirstLoad(round));
        if (pace == Pace.A_FEW_AT_ONCE) {
            round.readFirst(pace);
        }
        round.readUnlessFresh(
                pace,
                round.daysBefore(DAYS_THAT_MAY_CHANGE).stream()
                        .flatMap(day -> OF_A_DAY.stream().map(kind -> new Wanted(kind, day)))
                        .toList());
        round.lateDays(freshness.daysSince(organization.id(), round.today.minusDays(DAYS_THAT_MAY_COME)));
        round.end();
        note(organization.id());
    }

    /** Whatever the result of the reading: what is stored counts as known. */
    public void noteReached(long org) {
        readings.reached(org, Source.USAGE, freshness.latestDay(org));
    }

    private boolean needsFirstLoad(Round round) {
        return imports.ledgerSince(round.owner.organizationId(), round.today.minusDays(DAYS_OF_FIRST_LOAD)).stream()
                .noneMatch(entry ->
                        entry.kind() == ReportKind.USERS_28_DAY && entry.outcome() != LedgerEntry.Outcome.FAILED);
    }

    private void note(long org) {
        @Nullable LocalDate latest = freshness.latestDay(org);
        if (latest == null) {
            readings.noData(org, Source.USAGE, "GitHub has published no usage of this organization yet.");
        } else {
            String leftOut = imports.leftOut(org, latest.minusDays(DAYS_THAT_MAY_COME));
            readings.read(org, Source.USAGE, latest, leftOut);
        }
    }

    /** One reading of an organization's reports, and the trouble met on it. */
    private final class Round {
        private final ReportOwner owner;
        private final LocalDate today;
        private final Instant now;
        private final Instant freshSince;
        private final OutageWatch outage;
        private final List<RejectedReportException> rejected = new ArrayList<>();

        private Round(ReportOwner owner, Instant now, @Nullable Instant asked) {
            this.owner = owner;
            this.now = now;
            this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            this.outage = new OutageWatch(today);
            Instant limit = now.minus(READ_AGAIN_AFTER);
            this.freshSince = asked == null || asked.isBefore(limit) ? limit : asked;
        }

        private void readFirst(Pace pace) {
            LocalDate yesterday = today.minusDays(1);
            List<Wanted> wanted = new ArrayList<>(notFresh(daysBefore(DAYS_OF_FIRST_LOAD).stream()
                    .map(day -> new Wanted(ReportKind.USER_TEAMS_1_DAY, day))
                    .toList()));
            wanted.add(new Wanted(ReportKind.ORGANIZATION_28_DAY, yesterday));
            wanted.add(new Wanted(ReportKind.USERS_28_DAY, yesterday));
            read(pace, wanted);
        }

        /**
         * Older days without data, and those for which the 28-day report differs from what is stored.
         *
         * @param known days of the last 28 that have data
         */
        private void lateDays(Set<LocalDate> known) {
            if (compareIsDue()) {
                read(Pace.ONE_BY_ONE, List.of(new Wanted(ReportKind.USERS_28_DAY, today.minusDays(1))));
            }
            Set<LocalDate> differing = imports.differing(owner.organizationId(), today.minusDays(DAYS_THAT_MAY_COME));
            daysBefore(DAYS_THAT_MAY_COME).stream()
                    .skip(DAYS_THAT_MAY_CHANGE)
                    .filter(day -> !known.contains(day) || differing.contains(day))
                    .forEach(this::readLate);
        }

        /** Most late days are still empty, so people come first; the day is then written again with its teams. */
        private void readLate(LocalDate day) {
            readUnlessFresh(Pace.ONE_BY_ONE, List.of(new Wanted(ReportKind.USERS_1_DAY, day)));
            if (freshness.hasDay(owner.organizationId(), day)) {
                readUnlessFresh(
                        Pace.ONE_BY_ONE,
                        OF_A_DAY.stream()
                                .filter(kind -> kind != ReportKind.USERS_1_DAY)
                                .map(kind -> new Wanted(kind, day))
                                .toList());
            }
        }

        private boolean compareIsDue() {
            return imports.ledgerSince(owner.organizationId(), today.minusDays(DAYS_OF_FIRST_LOAD)).stream()
                    .filter(entry -> entry.kind() == ReportKind.USERS_28_DAY)
                    .noneMatch(entry -> entry.attemptedAt().isAfter(now.minus(COMPARE_EVERY)));
        }

        private void readUnlessFresh(Pace pace, List<Wanted> reports) {
            read(pace, notFresh(reports));
        }

        private List<Wanted> notFresh(List<Wanted> reports) {
            LocalDate oldest = reports.stream()
                    .map(Wanted::day)
                    .min(Comparator.naturalOrder())
                    .orElse(today);
            Set<Wanted> fresh = imports.ledgerSince(owner.organizationId(), oldest).stream()
                    .filter(entry -> entry.outcome() != LedgerEntry.Outcome.FAILED
                            && entry.attemptedAt().isAfter(freshSince))
                    .map(entry -> new Wanted(entry.kind(), entry.day()))
                    .collect(Collectors.toSet());
            return reports.stream().filter(report -> !fresh.contains(report)).toList();
        }

        private void read(Pace pace, List<Wanted> reports) {
            Iterator<Wanted> worthAsking = reports.stream()
                    .filter(report -> outage.worthAsking(report.kind()))
                    .iterator();
            imports.importReports(
                    owner, pace, worthAsking, (report, outcome) -> see(report.kind(), report.day(), outcome));
        }

        private void see(ReportKind kind, LocalDate day, ImportOutcome outcome) {
            outage.see(kind, outcome);
            switch (outcome) {
                case ImportOutcome.Rejected broken ->
                    rejected.add(new RejectedReportException(kind, day, broken.problem()));
                case ImportOutcome.Unanswered unanswered -> {
                    if (!unanswered.inTheMaking(today)) {
                        String problem = unanswered.trouble().failure().inWords();
                        rejected.add(new RejectedReportException(kind, day, problem));
                    }
                }
                case ImportOutcome.Imported _, ImportOutcome.Unchanged _, ImportOutcome.NoData _ -> {}
            }
        }

        private void end() {
            if (!rejected.isEmpty()) {
                throw rejected.getFirst();
            }
        }

        /** Newest first. */
        private List<LocalDate> daysBefore(int days) {
            return IntStream.rangeClosed(1, days).mapToObj(today::minusDays).toList();
        }
    }
}
