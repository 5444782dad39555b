package dev.flightlog.check;

import dev.flightlog.governance.AccessRules;
import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.governance.Policies;
import dev.flightlog.governance.Role;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.KeyedData;
import dev.flightlog.jobs.Priority;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationWork;
import dev.flightlog.sync.SyncRequests;
import dev.flightlog.webhook.Actor;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does what a button of the seats check asks for, if the person who clicked may, and says so in the check. */
@Singleton
public class CheckActionJob implements JobHandler<CheckActionJob.Data> {
    public static final JobType<Data> TYPE = JobType.of("check-action", Data.class, Priority.PERSON);

    private final OrganizationWork work;
    private final GovernanceStore governance;
    private final AccessRules access;
    private final Policies policies;
    private final SyncRequests sync;
    private final SeatChecks checks;
    private final JobQueue jobs;
    private final InstantSource clock;

    CheckActionJob(
            OrganizationWork work,
            GovernanceStore governance,
            AccessRules access,
            Policies policies,
            SyncRequests sync,
            SeatChecks checks,
            JobQueue jobs,
            InstantSource clock) {
        this.work = work;
        this.governance = governance;
        this.access = access;
        this.policies = policies;
        this.sync = sync;
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
            GovernanceRepository repository = governance.repository(organization.id());
            if (repository != null) {
                SeatCheckButton.of(data.button()).ifPresent(button -> press(organization, repository, button, data));
            }
        });
    }

    /** Shows the answer first: the work that the button starts rewrites the check when it is done. */
    private void press(Organization organization, GovernanceRepository repository, SeatCheckButton button, Data data) {
        Actor actor = data.actor();
        boolean allowed = access.roleOf(organization, actor.id(), actor.login()).covers(Role.ADMIN);
        String login = access.mayName(organization) ? actor.login() : null;
        ButtonAnswer answer = allowed
                ? new ButtonAnswer.Accepted(button, login)
                : new ButtonAnswer.Refused(button, login, adminTeams(organization));
        checks.put(organization, repository, data.commit(), answer);
        if (allowed) {
            button.press(sync, organization.id());
            if (button == SeatCheckButton.POST_SUMMARY) {
                sayWhatCame(data, login);
            }
        }
    }

    /** A refresh rewrites the check when it is done; a post does not. */
    private void sayWhatCame(Data data, @Nullable String login) {
        CheckActionResultJob.Data wanted =
                new CheckActionResultJob.Data(data.organization(), data.commit(), login, clock.millis());
        jobs.enqueueAt(CheckActionResultJob.TYPE, wanted, clock.instant().plus(CheckActionResultJob.PAUSE));
    }

    private List<String> adminTeams(Organization organization) {
        return policies.inForce(organization.id()).policy().access().adminTeams();
    }

    /** Who clicked what, under the check of which commit. */
    public record Data(long organization, String commit, String button, Actor actor) implements KeyedData {
        @Override
        public String key() {
            return organization + "/" + commit + "/" + button + "/" + actor.id();
        }
    }
}
