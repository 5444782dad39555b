package dev.flightlog.check;

import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.check.CheckRun;
import dev.flightlog.github.check.Checks;
import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.KeyedData;
import dev.flightlog.jobs.Priority;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationWork;
import dev.flightlog.webhook.Actor;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Completes the check {@code Flightlog / policy} of one commit; keyed by organization and commit. */
@Singleton
public class PolicyCheckJob implements JobHandler<PolicyCheckJob.Data> {
    public static final JobType<Data> TYPE = JobType.of("policy-check", Data.class, Priority.PERSON);

    private static final Logger LOG = LoggerFactory.getLogger(PolicyCheckJob.class);

    /** A re-run later than this is compared as if nothing were known of its push. */
    private static final Duration REMEMBERED = Duration.ofDays(400);

    private final OrganizationWork work;
    private final GovernanceStore governance;
    private final PolicyReviewer reviewing;
    private final PolicyCheckStore store;
    private final Checks checks;
    private final InstantSource clock;

    PolicyCheckJob(
            OrganizationWork work,
            GovernanceStore governance,
            PolicyReviewer reviewing,
            PolicyCheckStore store,
            Checks checks,
            InstantSource clock) {
        this.work = work;
        this.governance = governance;
        this.reviewing = reviewing;
        this.store = store;
        this.checks = checks;
        this.clock = clock;
    }

    @Override
    public JobType<Data> type() {
        return TYPE;
    }

    @Override
    public void run(Data data) {
        work.runOnce(data.organization(), organization -> {
            GovernanceRepository repository = governance.repository(organization.id());
            if (repository != null) {
                put(organization, repository, data.commit(), look(organization, repository, data));
                store.forgetBefore(organization.id(), clock.instant().minus(REMEMBERED));
            }
        });
    }

    /** What only a person can mend is said in the check: OrganizationWork would end the job without one. */
    private CheckText look(Organization organization, GovernanceRepository repository, Data data) {
        try {
            return PolicyCheckOutput.render(reviewing.review(organization, repository, data));
        } catch (GitHubException refused) {
            return switch (refused.failure()) {
                case Failure.Forbidden _, Failure.MetricsPolicyOff _, Failure.NotFound _ -> {
                    LOG.warn("commit {} is not checked: {}", data.commit(), refused.getMessage());
                    yield PolicyCheckOutput.notChecked(refused.failure());
                }
                case Failure.Suspended _,
                        Failure.Unauthorized _,
                        Failure.Refused _,
                        Failure.RateLimited _,
                        Failure.Unavailable _ -> throw refused;
            };
        }
    }

    /** A check that never completes would hold a pull request for ever. */
    @Override
    public void giveUp(Data data, String problem) {
        try {
            work.runOnce(data.organization(), organization -> {
                GovernanceRepository repository = governance.repository(organization.id());
                if (repository != null) {
                    put(organization, repository, data.commit(), PolicyCheckOutput.notChecked());
                }
            });
        } catch (RuntimeException second) {
            LOG.warn("the policy check of commit {} stays open: {}", data.commit(), second.getMessage());
        }
    }

    private void put(Organization organization, GovernanceRepository repository, String commit, CheckText text) {
        checks.put(
                organization.access(),
                repository.name(),
                new CheckRun(PolicyCheckOutput.NAME, commit, text.state(), text.output(), List.of(), null));
    }

    /**
     * Which commit of which organization's governance repository.
     *
     * @param asker who clicked Re-run; null where an event asked
     */
    public record Data(
            long organization, String commit, @Nullable Actor asker) implements KeyedData {
        public Data(long organization, String commit) {
            this(organization, commit, null);
        }

        @Override
        public String key() {
            return organization + "/" + commit;
        }
    }
}
