package dev.flightlog.command;

import dev.flightlog.command.parse.CommandLine;
import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.governance.Policies;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.KeyedData;
import dev.flightlog.jobs.Priority;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Holds a text that came before the organization's policy was read, seconds after an installation: only the policy says
 * whether it is a command, and only the governance repository's count. Looks again until that is known.
 */
@Singleton
class EarlyCommandJob implements JobHandler<EarlyCommandJob.Data> {
    static final JobType<Data> TYPE = JobType.of("early-command", Data.class, Priority.PERSON);

    /** Who asked a day ago does not wait for the answer any more. */
    private static final Duration MAX_WAIT = Duration.ofDays(1);

    private static final Duration MIN_PAUSE = Duration.ofSeconds(2);
    private static final Duration MAX_PAUSE = Duration.ofMinutes(1);

    private final GovernanceStore governance;
    private final Policies policies;
    private final JobQueue jobs;
    private final InstantSource clock;

    EarlyCommandJob(GovernanceStore governance, Policies policies, JobQueue jobs, InstantSource clock) {
        this.governance = governance;
        this.policies = policies;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public JobType<Data> type() {
        return TYPE;
    }

    @Override
    public void run(Data data) {
        long organization = data.unread().organization();
        GovernanceRepository repository = governance.repository(organization);
        if (repository != null) {
            if (repository.id() == data.repository()) {
                answer(data.unread());
            }
        } else if (!governance.isMissing(organization)) {
            waitOn(data);
        }
    }

    private void answer(CommandRequest unread) {
        String prefix =
                policies.inForce(unread.organization()).policy().commands().prefix();
        CommandLine.find(unread.line(), prefix)
                .ifPresent(line -> jobs.enqueue(
                        CommandJob.TYPE, unread.organization() + "/" + unread.key(), unread.withLine(line)));
    }

    private void waitOn(Data data) {
        Instant now = clock.instant();
        Duration waited = Duration.between(data.unread().receivedAt(), now);
        if (waited.compareTo(MAX_WAIT) < 0) {
            Duration pause = waited.compareTo(MIN_PAUSE) < 0 ? MIN_PAUSE : waited;
            jobs.enqueueAt(TYPE, data, now.plus(pause.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : pause));
        }
    }

    /**
     * A text that may be a command.
     *
     * @param unread its line is the whole first line, with whatever prefix
     * @param repository GitHub's id of the repository in which it was written
     */
    record Data(CommandRequest unread, long repository) implements KeyedData {
        @Override
        public String key() {
            return unread.organization() + "/" + unread.key();
        }
    }
}
