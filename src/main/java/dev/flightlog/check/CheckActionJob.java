package dev.flightlog.check;

import dev.flightlog.directory.Organization;
import dev.flightlog.directory.OrganizationWork;
import dev.flightlog.governance.AccessRules;
import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.governance.Policies;
import dev.flightlog.governance.Role;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.Priority;
import dev.flightlog.webhook.Actor;
import jakarta.inject.Singleton;

/** Does what a button of the seats check asks for, if the person who clicked may, and says so in the check. */
@Singleton
public class CheckActionJob implements JobHandler<CheckActionJob.Data> {
    public static final JobType<Data> TYPE = JobType.of("check-action", Data.class, Priority.PERSON);

    private final OrganizationWork work;
    private final GovernanceStore governance;
    private final AccessRules access;
    private final Policies policies;
    private final CheckActions actions;
    private final SeatChecks checks;

    CheckActionJob(
            OrganizationWork work,
            GovernanceStore governance,
            AccessRules access,
            Policies policies,
            CheckActions actions,
            SeatChecks checks) {
        this.work = work;
        this.governance = governance;
        this.access = access;
        this.policies = policies;
        this.actions = actions;
        this.checks = checks;
    }

    @Override
    public JobType<Data> type() {
        return TYPE;
    }

    @Override
    public void run(Data data) {
        work.run(data.organization(), organization -> {
            GovernanceRepository repository = governance.repository(organization.id());
            if (repository != null) {
                SeatCheckButton.of(data.button())
                        .ifPresent(button -> checks.put(
                                organization, repository, data.commit(), press(organization, button, data.actor())));
            }
        });
    }

    private ButtonAnswer press(Organization organization, SeatCheckButton button, Actor actor) {
        if (!access.roleOf(organization, actor.id(), actor.login()).covers(Role.ADMIN)) {
            return new ButtonAnswer.Refused(
                    button,
                    actor.login(),
                    policies.inForce(organization.id()).policy().access().adminTeams());
        }
        button.press(actions, organization, actor);
        return new ButtonAnswer.Accepted(button, actor.login());
    }

    /** Who clicked what, under the check of which commit. */
    public record Data(long organization, String commit, String button, Actor actor) {
        String key() {
            return organization + "/" + commit + "/" + button + "/" + actor.id();
        }
    }
}
