package dev.flightlog.command.answer;

import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Table;
import dev.flightlog.markdown.Table.Column;
import dev.flightlog.review.TrailEntry;
import dev.flightlog.review.Who;
import dev.flightlog.text.Numbers;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was done about seats, step by step, under the commands that were asked. Pure. */
final class TrailTable {
    private static final int MAX_DETAIL_LENGTH = 120;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private TrailTable() {}

    /** Nothing where nothing was done. */
    static String render(List<TrailEntry> entries, int total, CommandContext question) {
        if (entries.isEmpty()) {
            return "";
        }
        List<List<Cell>> rows = entries.stream()
                .map(entry -> List.of(
                        Cell.ours(MINUTE.format(entry.at())),
                        entry.by().map(by -> who(by, question)).orElseGet(() -> Cell.ours("Flightlog")),
                        Cell.ours(entry.action().words()),
                        whose(entry.subject(), question),
                        entry.review()
                                .map(number -> Cell.ours(Integer.toString(number)))
                                .orElse(Cell.NONE),
                        detail(entry, question)))
                .toList();
        String more = total > entries.size()
                ? "\n" + Numbers.plural((long) total - entries.size(), "older step") + ".\n"
                : "";
        return "\n\n**What was done about seats**\n\n"
                + new Table(
                                List.of(
                                        Column.left("When (UTC)"),
                                        Column.left("Who"),
                                        Column.left("What"),
                                        Column.left("Whose seat"),
                                        Column.right("Review"),
                                        Column.left("More")),
                                rows)
                        .render()
                + more;
    }

    private static Cell who(Who who, CommandContext question) {
        return question.mayName() ? Cell.code(who.login()) : Cell.ours("a member");
    }

    private static Cell whose(Optional<Who> subject, CommandContext question) {
        return question.mayName() ? subject.map(who -> Cell.code(who.login())).orElse(Cell.NONE) : Cell.NONE;
    }

    /** What people wrote about others may name them. */
    private static Cell detail(TrailEntry entry, CommandContext question) {
        return entry.detail().isBlank() || entry.detailIsPersonal() && !question.mayName()
                ? Cell.NONE
                : Cell.text(entry.detail(), MAX_DETAIL_LENGTH);
    }
}
