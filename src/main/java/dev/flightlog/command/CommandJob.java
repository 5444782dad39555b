package dev.flightlog.command;

import dev.flightlog.command.CommandLogStore.Admission;
import dev.flightlog.command.CommentThreads.Conversation;
import dev.flightlog.command.parse.CommandParser;
import dev.flightlog.command.parse.ParseResult;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.issue.Reaction;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.Priority;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers one comment: eyes, the reply, and last the reaction that says how it ended. A process that is killed in between
 * leaves the job, and every step but the first unfinished one changes nothing when it is done again.
 */
@Singleton
class CommandJob implements JobHandler<CommandRequest> {
    static final JobType<CommandRequest> TYPE = JobType.of("command", CommandRequest.class, Priority.PERSON);

    private static final Logger LOG = LoggerFactory.getLogger(CommandJob.class);

    private final CommentThreads conversations;
    private final CommandLogStore log;
    private final OutsiderLimit outsiders;
    private final CommandHandler answering;
    private final CommandCompletion endings;

    CommandJob(
            CommentThreads conversations,
            CommandLogStore log,
            OutsiderLimit outsiders,
            CommandHandler answering,
            CommandCompletion endings) {
        this.outsiders = outsiders;
        this.conversations = conversations;
        this.log = log;
        this.answering = answering;
        this.endings = endings;
    }

    @Override
    public JobType<CommandRequest> type() {
        return TYPE;
    }

    @Override
    public void run(CommandRequest asked) {
        conversations.about(asked).ifPresent(this::run);
    }

    private void run(Conversation conversation) {
        CommandRequest asked = conversation.asked();
        if (outsiders.isReached(asked)) {
            return;
        }
        ParseResult parsed = CommandParser.line(asked.line());
        switch (log.admit(asked, CommandParser.name(parsed))) {
            case Admission.Admitted _ -> {
                if (conversation.react(Reaction.EYES)) {
                    answering.answer(conversation, parsed);
                } else {
                    endings.gone(conversation);
                }
            }
            case Admission.Limited _ -> answering.limited(conversation);
            case Admission.Ignored _ -> endings.limited(conversation);
            case Admission.Finished(Outcome outcome) -> endings.again(conversation, outcome);
        }
    }

    /** GitHub did not let us answer; it may let us say so. */
    @Override
    public void giveUp(CommandRequest asked, String problem) {
        try {
            conversations.about(asked).ifPresent(conversation -> endings.failed(conversation, problem));
        } catch (GitHubException refused) {
            LOG.warn(
                    "a command in organization {} stays without an answer: {}",
                    asked.organization(),
                    refused.getMessage());
        }
    }
}
