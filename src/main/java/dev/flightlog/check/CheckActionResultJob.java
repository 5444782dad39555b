package dev.flightlog.check;

import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.KeyedData;
import dev.flightlog.jobs.Priority;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationWork;
import dev.flightlog.summary.Summaries;
import dev.flightlog.summary.SummaryJob;
import dev.flightlog.summary.SummaryWeek;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Says in the seats check what came of <i>Post summary</i>, as soon as the job for the weekly post is done. */
@Singleton
class CheckActionResultJob implements JobHandler<CheckActionResultJob.Data> {
    static final JobType<Data> TYPE = JobType.of("check-action-result", Data.class, Priority.PERSON);

    static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration MAX_WAIT = Duration.ofMinutes(5);

    private final OrganizationWork work;
    private final GovernanceStore governance;
    private final Summaries summaries;
    private final SeatChecks checks;
    private final JobQueue jobs;
    private final InstantSource clock;

    CheckActionResultJob(
            OrganizationWork work,
            GovernanceStore governance,
            Summaries summaries,
            SeatChecks checks,
            JobQueue jobs,
            InstantSource clock) {
        this.work = work;
        this.governance = governance;
        this.summaries = summaries;
        this.checks = checks;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public JobType<Data> type() {
        return TYPE;
    }

    @Override
    public void run(Data data) {
        work.runOnce(data.organization(), organization -> {
            boolean running = jobs.holds(SummaryJob.TYPE, Long.toString(organization.id()));
            boolean patient = clock.instant().isBefore(data.asked().plus(MAX_WAIT));
            if (running && patient) {
                jobs.enqueueAt(TYPE, data, clock.instant().plus(PAUSE));
            } else {
                say(organization, data, running);
            }
        });
    }

    private void say(Organization organization, Data data, boolean running) {
        GovernanceRepository repository = governance.repository(organization.id());
        if (repository != null) {
            checks.put(organization, repository, data.commit(), answer(organization, data, running));
        }
    }

    private ButtonAnswer answer(Organization organization, Data data, boolean running) {
        SummaryWeek latest = summaries.latestPosted(organization.id()).orElse(null);
        URI post = latest == null ? null : latest.post();
        return running || latest == null || post == null
                ? new ButtonAnswer.NotPosted(SeatCheckButton.POST_SUMMARY, data.login())
                : new ButtonAnswer.Posted(
                        SeatCheckButton.POST_SUMMARY,
                        data.login(),
                        latest.summary().week(),
                        post,
                        !latest.madeAt().isBefore(data.asked()));
    }

    /**
     * Under the check of which commit.
     *
     * @param login who clicked; null where people are not named
     * @param askedMillis when, in milliseconds since 1970
     */
    record Data(long organization, String commit, @Nullable String login, long askedMillis) implements KeyedData {
        @Override
        public String key() {
            return organization + "/" + commit;
        }

        Instant asked() {
            return Instant.ofEpochMilli(askedMillis);
        }
    }
}
