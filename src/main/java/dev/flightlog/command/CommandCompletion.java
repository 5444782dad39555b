package dev.flightlog.command;

import dev.flightlog.command.CommentThreads.Conversation;
import dev.flightlog.command.answer.ReplyMarkdown;
import dev.flightlog.command.parse.CommandParser;
import dev.flightlog.github.Failure;
import dev.flightlog.governance.Role;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a command: written down first, then the last reaction, by which everybody sees that it is finished. */
@Singleton
public class CommandCompletion {
    private static final Logger LOG = LoggerFactory.getLogger(CommandCompletion.class);
    private static final int ID_LENGTH = 8;

    private final CommandLogStore log;
    private final InstantSource clock;
    private final MeterRegistry meters;

    CommandCompletion(CommandLogStore log, InstantSource clock, MeterRegistry meters) {
        this.log = log;
        this.clock = clock;
        this.meters = meters;
    }

    /** @param replyUrl null where there is no reply */
    public void finished(Conversation conversation, Role role, Outcome outcome, @Nullable String replyUrl) {
        log.finish(conversation.asked(), role, outcome, replyUrl, clock.instant());
        outcome.reaction().ifPresent(reaction -> {
            conversation.react(reaction);
            measure(conversation.asked(), outcome);
        });
    }

    /** The same command came again: a process that was killed before its last step left the reaction out. */
    void again(Conversation conversation, Outcome outcome) {
        outcome.reaction().ifPresent(conversation::react);
    }

    /** The comment was deleted before anything was said. */
    void gone(Conversation conversation) {
        log.notAMember(conversation.asked(), clock.instant());
    }

    /** GitHub takes no comment there, now or later: a conversation that is locked or full. */
    void unanswerable(Conversation conversation, Failure failure) {
        String errorId = newErrorId();
        LOG.warn("a command cannot be answered where it was asked, error {}: {}", errorId, failure.inWords());
        log.fail(conversation.asked(), errorId, null, clock.instant());
        Outcome.FAILED.reaction().ifPresent(conversation::react);
        measure(conversation.asked(), Outcome.FAILED);
    }

    void limited(Conversation conversation) {
        Outcome.LIMITED.reaction().ifPresent(conversation::react);
        measure(conversation.asked(), Outcome.LIMITED);
    }

    /** Says no more than an id, under which the log has the reason; and no word to who is not known to be a member. */
    public void failed(Conversation conversation, String problem) {
        failed(conversation, errorId -> LOG.error("command failed, error {}: {}", errorId, problem));
    }

    /** As {@link #failed(Conversation, String)}, for an internal error. */
    void failed(Conversation conversation, RuntimeException failure) {
        failed(conversation, errorId -> LOG.error("command failed, error {}", errorId, failure));
    }

    private void failed(Conversation conversation, java.util.function.Consumer<String> tell) {
        String errorId = newErrorId();
        tell.accept(errorId);
        boolean member = log.role(conversation.asked())
                .filter(role -> role.covers(Role.MEMBER))
                .isPresent();
        String url = member ? conversation.reply(ReplyMarkdown.failed(errorId)) : null;
        log.fail(conversation.asked(), errorId, url, clock.instant());
        Outcome.FAILED.reaction().ifPresent(conversation::react);
        measure(conversation.asked(), Outcome.FAILED);
    }

    private static String newErrorId() {
        return UUID.randomUUID().toString().substring(0, ID_LENGTH);
    }

    private void measure(CommandRequest asked, Outcome outcome) {
        String command = CommandParser.name(CommandParser.line(asked.line()));
        meters.counter("flightlog.commands", "command", command, "outcome", outcome.word())
                .increment();
        Duration took = Duration.between(asked.receivedAt(), clock.instant());
        meters.timer("flightlog.command", "command", command).record(took.isNegative() ? Duration.ZERO : took);
    }
}
