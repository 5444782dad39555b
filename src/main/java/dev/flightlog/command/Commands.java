package dev.flightlog.command;

import dev.flightlog.command.parse.CommandLine;
import dev.flightlog.governance.GovernanceConfiguration;
import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.governance.Policies;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.policy.Policy;
import dev.flightlog.webhook.Actor;
import dev.flightlog.webhook.Origin;
import dev.flightlog.webhook.WebhookEvent.DiscussionCommentCreated;
import dev.flightlog.webhook.WebhookEvent.IssueCommentCreated;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Takes comments that are addressed to Flightlog; all others are left alone. */
@Singleton
public class Commands {
    private static final String DEFAULT_PREFIX = Policy.DEFAULTS.commands().prefix();

    private final GovernanceStore governance;
    private final GovernanceConfiguration configuration;
    private final Policies policies;
    private final JobQueue jobs;
    private final InstantSource clock;

    Commands(
            GovernanceStore governance,
            GovernanceConfiguration configuration,
            Policies policies,
            JobQueue jobs,
            InstantSource clock) {
        this.configuration = configuration;
        this.governance = governance;
        this.policies = policies;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** False for what is no command of a person in the governance repository. */
    public boolean on(IssueCommentCreated event) {
        return take(
                event.origin(),
                event.author(),
                event.body(),
                line -> new CommandRequest(
                        event.origin().organizationId(),
                        event.author().id(),
                        event.author().login(),
                        line,
                        event.issue(),
                        event.commentId(),
                        null,
                        null,
                        clock.millis()));
    }

    /** As {@link #on(IssueCommentCreated)}, in a discussion. */
    public boolean on(DiscussionCommentCreated event) {
        return take(
                event.origin(),
                event.author(),
                event.body(),
                line -> new CommandRequest(
                        event.origin().organizationId(),
                        event.author().id(),
                        event.author().login(),
                        line,
                        event.number(),
                        event.commentId(),
                        event.discussion(),
                        event.comment(),
                        clock.millis()));
    }

    /** Nothing of the database is asked for a comment that cannot be a command. */
    private boolean take(Origin origin, Actor author, String body, Function<String, CommandRequest> request) {
        if (!author.human() || !CommandLine.mayStart(body)) {
            return false;
        }
        boolean here = inGovernanceRepository(origin);
        if (!here && !configuration.governanceRepository().equalsIgnoreCase(origin.repository())) {
            return false;
        }
        String prefix =
                policies.inForce(origin.organizationId()).policy().commands().prefix();
        Optional<String> line = CommandLine.find(body, prefix);
        if (here) {
            line.map(request).ifPresent(this::enqueue);
            return line.isPresent();
        }
        return adopt(
                origin, line.or(() -> CommandLine.find(body, DEFAULT_PREFIX)).map(request));
    }

    /** The one command that is heard in another repository that has the governance repository's name. */
    private boolean adopt(Origin origin, Optional<CommandRequest> request) {
        Optional<AdoptJob.Data> data = request.filter(
                        asked -> asked.line().strip().equalsIgnoreCase(AdoptJob.COMMAND))
                .map(asked -> new AdoptJob.Data(asked, origin.repositoryId()));
        data.ifPresent(adopt -> jobs.enqueue(AdoptJob.TYPE, adopt.key(), adopt));
        return data.isPresent();
    }

    private boolean inGovernanceRepository(Origin origin) {
        GovernanceRepository repository = governance.repository(origin.organizationId());
        return repository != null && repository.id() == origin.repositoryId();
    }

    private void enqueue(CommandRequest asked) {
        jobs.enqueue(CommandJob.TYPE, asked.organization() + "/" + asked.key(), asked);
    }
}
