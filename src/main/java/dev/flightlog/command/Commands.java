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
import dev.flightlog.webhook.WebhookEvent.DiscussionStarted;
import dev.flightlog.webhook.WebhookEvent.IssueCommentCreated;
import dev.flightlog.webhook.WebhookEvent.IssueOpened;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes texts that are addressed to Flightlog; all others are left alone. */
@Singleton
public class Commands {
    private static final String DEFAULT_PREFIX = Policy.DEFAULTS.commands().prefix();

    /**
     * GitHub sends a delivery again for three days. An older one would be answered a second time, once retention has erased
     * that it was answered.
     */
    private static final Duration MAX_AGE = Duration.ofDays(14);

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
                event.writtenAt(),
                line -> new CommandRequest(
                        event.origin().organizationId(),
                        event.author().id(),
                        event.author().login(),
                        line,
                        event.issue(),
                        event.commentId(),
                        null,
                        null,
                        clock.millis(),
                        CommandRequest.Text.COMMENT));
    }

    /** As {@link #on(IssueCommentCreated)}, in a discussion. */
    public boolean on(DiscussionCommentCreated event) {
        return take(
                event.origin(),
                event.author(),
                event.body(),
                event.writtenAt(),
                line -> new CommandRequest(
                        event.origin().organizationId(),
                        event.author().id(),
                        event.author().login(),
                        line,
                        event.number(),
                        event.commentId(),
                        event.discussion(),
                        event.comment(),
                        clock.millis(),
                        CommandRequest.Text.COMMENT));
    }

    /** As {@link #on(IssueCommentCreated)}, for the text with which an issue was opened. */
    public boolean on(IssueOpened event) {
        return take(
                event.origin(),
                event.author(),
                event.body(),
                event.writtenAt(),
                line -> new CommandRequest(
                        event.origin().organizationId(),
                        event.author().id(),
                        event.author().login(),
                        line,
                        event.issue(),
                        event.issueId(),
                        null,
                        null,
                        clock.millis(),
                        CommandRequest.Text.OPENING));
    }

    /** As {@link #on(IssueOpened)}, for a discussion. */
    public boolean on(DiscussionStarted event) {
        return take(
                event.origin(),
                event.author(),
                event.body(),
                event.writtenAt(),
                line -> new CommandRequest(
                        event.origin().organizationId(),
                        event.author().id(),
                        event.author().login(),
                        line,
                        event.number(),
                        event.discussionId(),
                        event.discussion(),
                        null,
                        clock.millis(),
                        CommandRequest.Text.OPENING));
    }

    private boolean isOld(@Nullable Instant writtenAt) {
        return writtenAt != null && writtenAt.isBefore(clock.instant().minus(MAX_AGE));
    }

    /** Nothing of the database is asked for a text that cannot be a command. */
    private boolean take(
            Origin origin,
            Actor author,
            String body,
            @Nullable Instant writtenAt,
            Function<String, CommandRequest> asked) {
        if (!author.human() || !CommandLine.mayStart(body) || isOld(writtenAt)) {
            return false;
        }
        long organization = origin.organizationId();
        GovernanceRepository repository = governance.repository(organization);
        if (repository == null && !governance.isMissing(organization)) {
            return wait(origin, asked.apply(CommandLine.firstLine(body)));
        }
        boolean here = repository != null && repository.id() == origin.repositoryId();
        if (!here && !configuration.governanceRepository().equalsIgnoreCase(origin.repository())) {
            return false;
        }
        String prefix = policies.inForce(organization).policy().commands().prefix();
        Optional<String> line = CommandLine.find(body, prefix);
        if (here) {
            line.map(asked).ifPresent(this::enqueue);
            return line.isPresent();
        }
        return adopt(
                origin, line.or(() -> CommandLine.find(body, DEFAULT_PREFIX)).map(asked));
    }

    /** The one command that is heard in another repository that has the governance repository's name. */
    private boolean adopt(Origin origin, Optional<CommandRequest> request) {
        Optional<AdoptJob.Data> data = request.filter(
                        asked -> asked.line().strip().equalsIgnoreCase(AdoptJob.COMMAND))
                .map(asked -> new AdoptJob.Data(asked, origin.repositoryId()));
        data.ifPresent(adopt -> jobs.enqueue(AdoptJob.TYPE, adopt));
        return data.isPresent();
    }

    /** Just after the installation nobody knows yet which repository counts, and how its policy wants commands to start. */
    private boolean wait(Origin origin, CommandRequest unread) {
        EarlyCommandJob.Data held = new EarlyCommandJob.Data(unread, origin.repositoryId());
        jobs.enqueue(EarlyCommandJob.TYPE, held);
        return true;
    }

    private void enqueue(CommandRequest asked) {
        jobs.enqueue(CommandJob.TYPE, asked.organization() + "/" + asked.key(), asked);
    }
}
