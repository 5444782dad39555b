package dev.flightlog.check;

import dev.flightlog.database.Database;
import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.governance.RepositoryListener;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.webhook.Origin;
import dev.flightlog.webhook.WebhookEvent.CheckRunRequested;
import dev.flightlog.webhook.WebhookEvent.ChecksRequested;
import dev.flightlog.webhook.WebhookEvent.PullRequestChanged;
import dev.flightlog.webhook.WebhookEvent.Pushed;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Asks for checks when something happens in a governance repository; what takes an event says whether it did. */
@Singleton
public class CheckRequests implements RepositoryListener {
    private static final String BRANCHES = "refs/heads/";

    private final GovernanceStore governance;
    private final PolicyCheckStore commits;
    private final JobQueue jobs;
    private final Database database;
    private final InstantSource clock;

    CheckRequests(
            GovernanceStore governance,
            PolicyCheckStore commits,
            JobQueue jobs,
            Database database,
            InstantSource clock) {
        this.governance = governance;
        this.commits = commits;
        this.jobs = jobs;
        this.database = database;
        this.clock = clock;
    }

    /** The policy check of the pull request's head; drafts and forks too. */
    public boolean on(PullRequestChanged event) {
        if (!event.open() || governanceRepository(event.origin()) == null) {
            return false;
        }
        database.transact(() -> {
            commits.pullRequest(org(event.origin()), event.headSha(), event.number(), event.pusher(), clock.instant());
            checkPolicy(event.origin(), event.headSha());
        });
        return true;
    }

    /** The policy check of the pushed commit; a new head of the default branch gets the seats check too, and pull requests are compared with it. */
    public boolean on(Pushed event) {
        GovernanceRepository repository = governanceRepository(event.origin());
        if (repository == null || !event.ref().startsWith(BRANCHES) || isNothing(event.after())) {
            return false;
        }
        String branch = event.ref().substring(BRANCHES.length());
        String before = isNothing(event.before()) ? null : event.before();
        database.transact(() -> {
            commits.push(org(event.origin()), event.after(), branch, before, event.pusher(), clock.instant());
            checkPolicy(event.origin(), event.after());
            if (branch.equals(repository.defaultBranch())) {
                checkSeats(event.origin(), null);
                compareAgain(event.origin(), before, event.after());
            }
        });
        return true;
    }

    /** The policy check of the commit; pull requests and pushes bring their own events, which say more. */
    public boolean on(ChecksRequested event) {
        if (governanceRepository(event.origin()) == null) {
            return false;
        }
        checkPolicy(event.origin(), event.headSha());
        checkSeats(event.origin(), null);
        return true;
    }

    /** The policy checks of pull requests that are open already: their events came while there was nothing to compare with. */
    @Override
    public void ready(long org, GovernanceRepository repository) {
        PolicyBaseJob.Data data = new PolicyBaseJob.Data(org, null, repository.defaultBranch());
        jobs.enqueue(PolicyBaseJob.TYPE, data);
    }

    /** The check that somebody runs again, or the button that somebody clicked. */
    public boolean on(CheckRunRequested event) {
        if (governanceRepository(event.origin()) == null) {
            return false;
        }
        return switch (event.name()) {
            case PolicyCheckOutput.NAME -> event.action() == null && checkPolicy(event);
            case SeatCheckOutput.NAME ->
                event.action() == null ? checkSeats(event.origin(), event.headSha()) : press(event, event.action());
            default -> false;
        };
    }

    private boolean press(CheckRunRequested event, String identifier) {
        if (!event.actor().human() || SeatCheckButton.of(identifier).isEmpty()) {
            return false;
        }
        CheckActionJob.Data data =
                new CheckActionJob.Data(org(event.origin()), event.headSha(), identifier, event.actor());
        jobs.enqueue(CheckActionJob.TYPE, data);
        return true;
    }

    private boolean checkPolicy(CheckRunRequested event) {
        PolicyCheckJob.Data data = new PolicyCheckJob.Data(org(event.origin()), event.headSha(), event.actor());
        jobs.enqueue(PolicyCheckJob.TYPE, data);
        return true;
    }

    private boolean checkPolicy(Origin origin, String commit) {
        PolicyCheckJob.Data data = new PolicyCheckJob.Data(org(origin), commit);
        jobs.enqueue(PolicyCheckJob.TYPE, data);
        return true;
    }

    private void compareAgain(Origin origin, @Nullable String before, String after) {
        PolicyBaseJob.Data data = new PolicyBaseJob.Data(org(origin), before, after);
        jobs.enqueue(PolicyBaseJob.TYPE, data);
    }

    private boolean checkSeats(Origin origin, @Nullable String commit) {
        SeatCheckJob.Data data = new SeatCheckJob.Data(org(origin), commit);
        jobs.enqueue(SeatCheckJob.TYPE, data);
        return true;
    }

    private @Nullable GovernanceRepository governanceRepository(Origin origin) {
        GovernanceRepository repository = governance.repository(org(origin));
        return repository != null && repository.id() == origin.repositoryId() ? repository : null;
    }

    private static long org(Origin origin) {
        return origin.organizationId();
    }

    /** GitHub writes "no commit" as zeros. */
    private static boolean isNothing(String commit) {
        return commit.chars().allMatch(digit -> digit == '0');
    }
}
