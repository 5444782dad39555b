package dev.flightlog.command.answer;

import dev.flightlog.command.CommandLogStore;
import dev.flightlog.command.Outcome;
import dev.flightlog.command.parse.Command;
import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.markdown.Table;
import dev.flightlog.markdown.Table.Column;
import dev.flightlog.review.store.SeatTrailStore;
import dev.flightlog.text.Numbers;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who asked what and what was done, newest first. */
@Singleton
public class AuditAnswer {
    private static final int MOST = 100;
    private static final int MAX_ARGUMENTS_LENGTH = 80;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final CommandLogStore log;
    private final SeatTrailStore trail;

    AuditAnswer(CommandLogStore log, SeatTrailStore trail) {
        this.log = log;
        this.trail = trail;
    }

    public Reply answer(Command.Audit audit, CommandContext question) {
        @Nullable String login = audit.login().orElse(null);
        long org = question.organization().id();
        Reply asked = render(audit, log.latest(org, login, MOST), log.count(org, login), question);
        return new Reply(
                asked.outcome(),
                asked.sentence(),
                asked.body() + TrailTable.render(trail.latest(org, login, MOST), trail.count(org, login), question));
    }

    /** Pure. */
    static Reply render(Command.Audit audit, List<CommandLogStore.Line> lines, int total, CommandContext question) {
        String by = audit.login().map(login -> " by " + Markdown.code(login)).orElse("");
        List<List<Cell>> rows =
                lines.stream().map(line -> row(line, question.mayName())).toList();
        String table = rows.isEmpty() ? "" : new Table(COLUMNS, rows).render();
        String more =
                total > lines.size() ? "\n" + Numbers.plural((long) total - lines.size(), "older command") + ".\n" : "";
        String kept = "\nKept for " + question.policy().privacy().retention().toDays() + " days, as the policy says.";
        return Reply.answered(Numbers.plural(total, "command") + " asked" + by + ".", table + more + kept);
    }

    private static final List<Column> COLUMNS = List.of(
            Column.left("When (UTC)"),
            Column.left("Who"),
            Column.left("Command"),
            Column.left("Arguments"),
            Column.left("Where"),
            Column.left("What was done"),
            Column.right("Seconds"));

    private static List<Cell> row(CommandLogStore.Line line, boolean mayName) {
        return List.of(
                Cell.ours(MINUTE.format(line.askedAt())),
                mayName ? named(line) : Cell.ours(line.role()),
                Cell.code(line.command()),
                mayName && !line.arguments().isBlank() ? Cell.code(cut(line.arguments())) : Cell.NONE,
                Cell.ours(line.place()),
                done(line),
                seconds(line.askedAt(), line.finishedAt()));
    }

    /** The role is found out after the command is written down: of one that runs it may not be known yet. */
    private static Cell named(CommandLogStore.Line line) {
        return line.role().equals("unknown")
                ? Cell.code(line.login())
                : Cell.joined(Cell.code(line.login()), Cell.ours("(" + line.role() + ")"));
    }

    private static Cell done(CommandLogStore.Line line) {
        String words = line.outcome() == Outcome.NOT_A_MEMBER
                ? "no reply"
                : line.outcome().word().replace('_', ' ');
        String url = line.replyUrl();
        return url == null ? Cell.ours(words) : Cell.link(words, URI.create(url));
    }

    private static Cell seconds(Instant asked, @Nullable Instant finished) {
        return finished == null
                ? Cell.NONE
                : Cell.ours(Numbers.tenths(
                        Math.max(0, Duration.between(asked, finished).toMillis()) / 1000.0));
    }

    private static String cut(String arguments) {
        int end = arguments.offsetByCodePoints(
                0, Math.min(MAX_ARGUMENTS_LENGTH, arguments.codePointCount(0, arguments.length())));
        return end == arguments.length() ? arguments : arguments.substring(0, end) + "…";
    }
}
