package dev.flightlog.app;

import dev.flightlog.digest.DigestJob;
import dev.flightlog.directory.DirectoryJob;
import dev.flightlog.governance.GovernanceJob;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.ingest.UsageJob;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.Priority;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationJob;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.review.act.ReviewJob;
import dev.flightlog.summary.SummaryJob;
import dev.flightlog.sync.SeatsJob;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which work is due when. Looks every minute at what was read when, and only enqueues. */
@Singleton
class Timetable implements JobHandler<Timetable.Data> {
    static final JobType<Data> TYPE = JobType.recurring("timetable", Data.class, Priority.NORMAL);
    static final String KEY = "all";

    private static final Duration EVERY = Duration.ofMinutes(1);
    /** Schedules may name any minute; a post a few minutes late is no harm. */
    private static final int MINUTES_BETWEEN_LOOKS = 5;

    private static final Set<SourceStatus.Outcome> BEGUN =
            EnumSet.of(SourceStatus.Outcome.READ, SourceStatus.Outcome.FAILED);

    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(15);
    private static final Duration AFTER_REFUSAL = Duration.ofHours(1);
    private static final Map<Source, Duration> INTERVALS = Map.of(
            Source.GOVERNANCE, Duration.ofHours(24),
            Source.DIRECTORY, Duration.ofHours(24),
            Source.SEATS, Duration.ofHours(6),
            Source.USAGE, Duration.ofHours(6),
            Source.HISTORY, Duration.ofHours(12));

    private final OrganizationStore organizations;
    private final SourceStatusStore readings;
    private final JobQueue jobs;
    private final InstantSource clock;

    Timetable(OrganizationStore organizations, SourceStatusStore readings, JobQueue jobs, InstantSource clock) {
        this.organizations = organizations;
        this.readings = readings;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public JobType<Data> type() {
        return TYPE;
    }

    @Override
    public void run(Data data) {
        Instant now = clock.instant();
        organizations
                .active()
                .forEach(organization -> ForEachOrganization.done(organization.login(), () -> look(organization, now)));
        jobs.enqueueAt(TYPE, KEY, data, now.plus(EVERY));
    }

    private void look(Organization organization, Instant now) {
        Map<Source, SourceStatus> known = readings.of(organization.id());
        INTERVALS.forEach((source, interval) -> {
            if (mayBegin(source, known) && due(known.get(source), interval, now)) {
                ensure(source, organization.id());
            }
        });
        if (now.atZone(ZoneOffset.UTC).getMinute() % MINUTES_BETWEEN_LOOKS == 0) {
            jobs.ensure(SummaryJob.TYPE, SummaryJob.Data.due(organization.id()));
            jobs.ensure(ReviewJob.TYPE, new OrganizationJob(organization.id()));
            jobs.ensure(DigestJob.TYPE, new OrganizationJob(organization.id()));
        }
    }

    /** The past waits until the first post's own days are read, but not for one report that fails again and again. */
    private static boolean mayBegin(Source source, Map<Source, SourceStatus> known) {
        SourceStatus usage = known.get(Source.USAGE);
        return source != Source.HISTORY || (usage != null && BEGUN.contains(usage.outcome()));
    }

    /** A reading that failed comes again sooner than one that is only old. */
    static boolean due(@Nullable SourceStatus last, Duration interval, Instant now) {
        if (last == null) {
            return true;
        }
        Duration pause = switch (last.outcome()) {
            case READ, NO_DATA -> interval;
            case LATER, FAILED -> AFTER_TROUBLE;
            case ASK_A_PERSON -> AFTER_REFUSAL;
        };
        return !now.isBefore(last.attemptedAt().plus(pause));
    }

    private void ensure(Source source, long org) {
        switch (source) {
            case GOVERNANCE -> jobs.ensure(GovernanceJob.TYPE, new OrganizationJob(org));
            case DIRECTORY -> jobs.ensure(DirectoryJob.TYPE, new OrganizationJob(org));
            case SEATS -> jobs.ensure(SeatsJob.TYPE, new OrganizationJob(org));
            case USAGE -> jobs.ensure(UsageJob.TYPE, new UsageJob.Data(org, null));
            case HISTORY -> jobs.ensure(HistoryJob.TYPE, new HistoryJob.Data(org, false));
            case POLICY, BILLING, POSTS -> throw new IllegalArgumentException(source + " has no job of its own");
        }
    }

    /** Nothing: there is one timetable. */
    record Data() {}
}
