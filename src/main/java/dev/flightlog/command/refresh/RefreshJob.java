package dev.flightlog.command.refresh;

import dev.flightlog.command.CommandCompletion;
import dev.flightlog.command.CommandContexts;
import dev.flightlog.command.CommandRequest;
import dev.flightlog.command.CommentThreads;
import dev.flightlog.command.CommentThreads.Conversation;
import dev.flightlog.command.Outcome;
import dev.flightlog.command.answer.CommandContext;
import dev.flightlog.command.answer.Reply;
import dev.flightlog.command.answer.ReplyMarkdown;
import dev.flightlog.command.answer.SeatPages;
import dev.flightlog.github.GitHubException;
import dev.flightlog.governance.AccessRules;
import dev.flightlog.governance.Role;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.KeyedData;
import dev.flightlog.jobs.Priority;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Edits the reply with the progress of a refresh and reschedules itself until it is done; no worker is blocked. */
@Singleton
class RefreshJob implements JobHandler<RefreshJob.Data> {
    static final JobType<Data> TYPE = JobType.of("refresh-progress", Data.class, Priority.PERSON);

    private static final Logger LOG = LoggerFactory.getLogger(RefreshJob.class);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration SOON = Duration.ofSeconds(2);

    /** GitHub lets an app write about 80 times a minute (github.md: Rate limits). */
    private static final int SLOWER_BY = 20;

    private final CommentThreads conversations;
    private final AccessRules access;
    private final CommandContexts contexts;
    private final RefreshStore progress;
    private final CommandCompletion endings;
    private final JobQueue jobs;

    RefreshJob(
            CommentThreads conversations,
            AccessRules access,
            CommandContexts contexts,
            RefreshStore progress,
            CommandCompletion endings,
            JobQueue jobs) {
        this.conversations = conversations;
        this.access = access;
        this.contexts = contexts;
        this.progress = progress;
        this.endings = endings;
        this.jobs = jobs;
    }

    @Override
    public JobType<Data> type() {
        return TYPE;
    }

    @Override
    public void run(Data data) {
        conversations.about(data.asked()).ifPresent(conversation -> tell(conversation, data));
    }

    private void tell(Conversation conversation, Data data) {
        CommandContext question = question(conversation, data);
        RefreshProgress state = RefreshProgress.of(data.startedAt(), question.readings());
        SeatPages pages = progress.pages(question.organization().id(), data.startedAt());
        boolean over = Duration.between(data.startedAt(), question.now()).compareTo(LONGEST) > 0;
        Reply reply = state.done() || !over
                ? RefreshMarkdown.render(state, pages)
                : RefreshMarkdown.goesOn(state, pages, question);
        String url = conversation.reply(ReplyMarkdown.render(reply, question));
        endings.finished(conversation, question.role(), reply.outcome(), url);
        if (reply.outcome() == Outcome.RUNNING) {
            jobs.enqueueAt(TYPE, data, question.now().plus(pause(data, question.now())));
        }
    }

    /** Polls less often the longer the refresh runs. */
    private static Duration pause(Data data, Instant now) {
        Duration slower = Duration.between(data.startedAt(), now).dividedBy(SLOWER_BY);
        return slower.compareTo(SOON) > 0 ? slower : SOON;
    }

    private CommandContext question(Conversation conversation, Data data) {
        return contexts.of(conversation, Role.valueOf(data.role()), access.mayName(conversation.organization()));
    }

    @Override
    public void giveUp(Data data, String problem) {
        try {
            conversations.about(data.asked()).ifPresent(conversation -> endings.failed(conversation, problem));
        } catch (GitHubException refused) {
            LOG.warn(
                    "a refresh of organization {} ends without a word: {}",
                    data.asked().organization(),
                    refused.getMessage());
        }
    }

    /** Whose refresh, since when (milliseconds since 1970). */
    record Data(CommandRequest asked, String role, long startedMillis) implements KeyedData {
        Instant startedAt() {
            return Instant.ofEpochMilli(startedMillis);
        }

        @Override
        public String key() {
            return asked.organization() + "/" + asked.key();
        }
    }
}
