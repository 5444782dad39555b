package dev.flightlog.command;

import dev.flightlog.command.parse.CommandLine;
import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.governance.Policies;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.webhook.Actor;
import dev.flightlog.webhook.Origin;
import dev.flightlog.webhook.WebhookEvent.DiscussionCommentCreated;
import dev.flightlog.webhook.WebhookEvent.IssueCommentCreated;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/** Takes comments that are addressed to Flightlog; all others are left alone. */
@Singleton
public class Commands {
    private final GovernanceStore governance;
    private final Policies policies;
    private final JobQueue jobs;
    private final InstantSource clock;

    Commands(GovernanceStore governance, Policies policies, JobQueue jobs, InstantSource clock) {
        this.governance = governance;
        this.policies = policies;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** False for what is no command of a person in the governance repository. */
    public boolean on(IssueCommentCreated event) {
        Optional<String> line = line(event.origin(), event.author(), event.body());
        line.ifPresent(found -> enqueue(new CommandRequest(
                event.origin().organizationId(),
                event.author().id(),
                event.author().login(),
                found,
                event.issue(),
                event.commentId(),
                null,
                null,
                clock.millis())));
        return line.isPresent();
    }

    /** As {@link #on(IssueCommentCreated)}, in a discussion. */
    public boolean on(DiscussionCommentCreated event) {
        Optional<String> line = line(event.origin(), event.author(), event.body());
        line.ifPresent(found -> enqueue(new CommandRequest(
                event.origin().organizationId(),
                event.author().id(),
                event.author().login(),
                found,
                event.number(),
                event.commentId(),
                event.discussion(),
                event.comment(),
                clock.millis())));
        return line.isPresent();
    }

    /** Nothing of the database is asked for a comment that cannot be a command. */
    private Optional<String> line(Origin origin, Actor author, String body) {
        if (!author.human() || !CommandLine.mayStart(body) || !inGovernanceRepository(origin)) {
            return Optional.empty();
        }
        String prefix =
                policies.inForce(origin.organizationId()).policy().commands().prefix();
        return CommandLine.find(body, prefix);
    }

    private boolean inGovernanceRepository(Origin origin) {
        GovernanceRepository repository = governance.repository(origin.organizationId());
        return repository != null && repository.id() == origin.repositoryId();
    }

    private void enqueue(CommandRequest asked) {
        jobs.enqueue(CommandJob.TYPE, asked.organization() + "/" + asked.key(), asked);
    }
}
