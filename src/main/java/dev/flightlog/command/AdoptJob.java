package dev.flightlog.command;

import dev.flightlog.command.CommandLogStore.Admission;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.issue.Reaction;
import dev.flightlog.github.issue.Reactions;
import dev.flightlog.governance.Adoption;
import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.Role;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.KeyedData;
import dev.flightlog.jobs.Priority;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationWork;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/**
 * Makes a repository the governance repository because an owner said {@code adopt} in it. Nobody else hears a word or
 * sees a reaction there: until then it is not a repository in which Flightlog writes.
 */
@Singleton
class AdoptJob implements JobHandler<AdoptJob.Data> {
    static final JobType<Data> TYPE = JobType.of("adopt", Data.class, Priority.PERSON);
    static final String COMMAND = "adopt";

    private final OrganizationWork work;
    private final Adoption adoption;
    private final CommandLogStore log;
    private final Reactions reactions;
    private final InstantSource clock;

    AdoptJob(OrganizationWork work, Adoption adoption, CommandLogStore log, Reactions reactions, InstantSource clock) {
        this.work = work;
        this.adoption = adoption;
        this.log = log;
        this.reactions = reactions;
        this.clock = clock;
    }

    @Override
    public JobType<Data> type() {
        return TYPE;
    }

    @Override
    public void run(Data data) {
        if (log.admit(data.request(), COMMAND) instanceof Admission.Admitted) {
            work.runOnce(data.request().organization(), organization -> adopt(organization, data));
        }
    }

    private void adopt(Organization organization, Data data) {
        CommandRequest request = data.request();
        switch (adoption.adopt(organization, data.repository(), request.personId(), request.login())) {
            case Adoption.Outcome.Adopted(GovernanceRepository repository) -> {
                thank(organization, repository, request);
                log.finish(request, Role.ADMIN, Outcome.ANSWERED, null, clock.instant());
            }
            case Adoption.Outcome.NotAnOwner _, Adoption.Outcome.NoCandidate _ ->
                log.notAMember(request, clock.instant());
        }
    }

    /** The comment may have been deleted. */
    private void thank(Organization organization, GovernanceRepository repository, CommandRequest request) {
        try {
            String discussion = request.discussion();
            if (discussion != null) {
                String comment = request.comment();
                reactions.addToDiscussion(
                        organization.access(), comment == null ? discussion : comment, Reaction.THUMBS_UP);
            } else if (request.opening()) {
                reactions.addToIssue(organization.access(), repository.name(), request.number(), Reaction.THUMBS_UP);
            } else {
                reactions.add(organization.access(), repository.name(), request.commentId(), Reaction.THUMBS_UP);
            }
        } catch (GitHubException refused) {
            if (!(refused.failure() instanceof Failure.NotFound)) {
                throw refused;
            }
        }
    }

    /** Who said it, and in which repository. */
    record Data(CommandRequest request, long repository) implements KeyedData {
        @Override
        public String key() {
            return request.organization() + "/" + request.key();
        }
    }
}
