package dev.flightlog.command.redact;

import dev.flightlog.command.CommandCompletion;
import dev.flightlog.command.CommandContexts;
import dev.flightlog.command.CommandRequest;
import dev.flightlog.command.CommentThreads;
import dev.flightlog.command.CommentThreads.Conversation;
import dev.flightlog.command.answer.CommandContext;
import dev.flightlog.command.answer.Reply;
import dev.flightlog.command.answer.ReplyMarkdown;
import dev.flightlog.github.GitHubException;
import dev.flightlog.governance.AccessRules;
import dev.flightlog.governance.Role;
import dev.flightlog.governance.VisibilityEvent;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.KeyedData;
import dev.flightlog.jobs.Priority;
import dev.flightlog.markdown.Marker;
import dev.flightlog.publish.NamedPosts;
import dev.flightlog.publish.PostRepository;
import dev.flightlog.publish.Publication;
import dev.flightlog.review.act.ReviewIssue;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes names of people out of a few posts, then starts itself again for the next ones. A post that was changed is not
 * found again, so a repeated run changes nothing twice.
 */
@Singleton
class RedactJob implements JobHandler<RedactJob.Data> {
    static final JobType<Data> TYPE = JobType.of("redact", Data.class, Priority.PERSON);

    private static final Logger LOG = LoggerFactory.getLogger(RedactJob.class);
    private static final int BATCH = 10;
    private static final int MAX_LISTED = 50;

    private final CommentThreads conversations;
    private final NamedPosts posts;
    private final ReviewIssue reviews;
    private final AccessRules access;
    private final CommandContexts contexts;
    private final CommandCompletion endings;
    private final JobQueue jobs;
    private final InstantSource clock;

    RedactJob(
            CommentThreads conversations,
            NamedPosts posts,
            ReviewIssue reviews,
            AccessRules access,
            CommandContexts contexts,
            CommandCompletion endings,
            JobQueue jobs,
            InstantSource clock) {
        this.conversations = conversations;
        this.posts = posts;
        this.reviews = reviews;
        this.access = access;
        this.contexts = contexts;
        this.endings = endings;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public JobType<Data> type() {
        return TYPE;
    }

    @Override
    public void run(Data data) {
        conversations.about(data.asked()).ifPresent(conversation -> run(conversation, data));
    }

    private void run(Conversation conversation, Data data) {
        PostRepository home = conversation.home();
        List<Publication> next = posts.next(home, data.after(), BATCH);
        next.forEach(post -> redact(conversation, home, post));
        if (next.size() < BATCH) {
            finish(conversation, home, data);
        } else {
            Data rest = data.after(next.getLast().marker());
            jobs.enqueueAt(TYPE, rest, clock.instant());
        }
    }

    /** A post that GitHub does not let us edit is left for the reply to name; everything else is tried again. */
    private void redact(Conversation conversation, PostRepository home, Publication post) {
        try {
            switch (post.marker().kind()) {
                case ReviewIssue.KIND -> {
                    reviews.publish(
                            conversation.organization(),
                            Integer.parseInt(post.marker().key()));
                    if (!access.mayName(conversation.organization())) {
                        posts.noLonger(home, post);
                    }
                }
                default -> posts.replace(home, post, RedactMarkdown.replaced());
            }
        } catch (GitHubException refused) {
            if (!CommentThreads.isLasting(refused)) {
                throw refused;
            }
            LOG.warn(
                    "post {} {} of organization {} still names people: {}",
                    post.marker().kind(),
                    post.marker().key(),
                    conversation.organization().login(),
                    refused.failure().inWords());
        }
    }

    private void finish(Conversation conversation, PostRepository home, Data data) {
        int left = posts.count(home);
        Reply reply = RedactMarkdown.done(Math.max(0, data.found() - left), posts.next(home, null, MAX_LISTED));
        CommandContext question = question(conversation, data);
        endings.finished(
                conversation,
                question.role(),
                reply.outcome(),
                conversation.reply(ReplyMarkdown.render(reply, question)));
        VisibilityEvent changed =
                new VisibilityEvent(conversation.organization().id());
        jobs.enqueue(VisibilityEvent.TYPE, changed);
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
                    "names in posts of organization {} were not all taken out: {}",
                    data.asked().organization(),
                    refused.getMessage());
        }
    }

    /**
     * Whose command, and how far it is.
     *
     * @param found how many posts named people at the start
     * @param afterKind kind and key of the last post that was looked at; null at the start
     */
    record Data(
            CommandRequest asked,
            String role,
            int found,
            @Nullable String afterKind,
            @Nullable String afterKey) implements KeyedData {
        static Data first(CommandRequest asked, Role role, int found) {
            return new Data(asked, role.name(), found, null, null);
        }

        @Nullable
        Marker after() {
            return afterKind == null || afterKey == null ? null : new Marker(afterKind, afterKey);
        }

        Data after(Marker marker) {
            return new Data(asked, role, found, marker.kind(), marker.key());
        }

        @Override
        public String key() {
            return asked.organization() + "/" + asked.key();
        }
    }
}
