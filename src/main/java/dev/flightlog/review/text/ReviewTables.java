package dev.flightlog.review.text;

import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Table;
import dev.flightlog.markdown.Table.Column;
import dev.flightlog.review.ItemState;
import dev.flightlog.review.RemovedBy;
import dev.flightlog.review.ReviewBoard;
import dev.flightlog.review.ReviewItem;
import dev.flightlog.review.Who;
import dev.flightlog.review.Word;
import dev.flightlog.text.Dates;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tables of a review's issue: a line for each person, or figures where people are not named. Pure. */
final class ReviewTables {
    private static final int MAX_DETAIL_LENGTH = 160;

    private ReviewTables() {}

    static String people(ReviewView view) {
        return view.named() ? named(view) : figures(view);
    }

    private static String named(ReviewView view) {
        List<List<Cell>> rows = view.board().direct().stream()
                .map(line -> List.of(
                        Cell.ours(Integer.toString(line.item().position())),
                        who(line.item(), view),
                        lastUse(line.item()),
                        Cell.ours(line.item().plan().key()),
                        state(line)))
                .toList();
        return new Table(
                        List.of(
                                Column.right("#"),
                                Column.left("Who"),
                                Column.left("Last known use"),
                                Column.left("Plan"),
                                Column.left("State")),
                        rows)
                .render();
    }

    private static String figures(ReviewView view) {
        List<List<Cell>> rows = view.board().counts().entrySet().stream()
                .map(count -> List.of(Cell.ours(count.getKey().text()), Cell.number(count.getValue())))
                .toList();
        String where = view.pages()
                .map(pages -> "People are not named here. [The review's page](" + pages + "/reviews/"
                        + view.board().review().number() + ") shows the same figures and has the buttons.\n")
                .orElse("People are not named here.\n");
        return new Table(List.of(Column.left("State"), Column.right("Seats")), rows).render() + "\n" + where;
    }

    static String throughTeams(ReviewView view) {
        if (!view.named()) {
            return "";
        }
        List<List<Cell>> rows = view.board().throughTeams().stream()
                .map(line -> List.of(
                        Cell.code(line.item().login()),
                        Cell.code(line.item().team().orElse("")),
                        lastUse(line.item()),
                        state(line)))
                .toList();
        return new Table(
                        List.of(
                                Column.left("Who"),
                                Column.left("Team"),
                                Column.left("Last known use"),
                                Column.left("State")),
                        rows)
                .render();
    }

    /** Only those who are still proposed are asked to say something. */
    private static Cell who(ReviewItem item, ReviewView view) {
        boolean asked = view.mention()
                && view.board().review().state().open()
                && item.state() instanceof ItemState.Candidate
                && item.login().matches("[A-Za-z0-9][A-Za-z0-9_-]*");
        return asked ? Cell.ours("@" + item.login()) : Cell.code(item.login());
    }

    private static Cell lastUse(ReviewItem item) {
        LocalDate day = item.unusedSince().atZone(ZoneOffset.UTC).toLocalDate();
        return Cell.ours(item.everUsed() ? Dates.dayAndYear(day) : "never, since " + Dates.dayAndYear(day));
    }

    /** The state comes last in each line, after any details. */
    private static Cell state(ReviewBoard.Line line) {
        Cell word = Cell.ours("**" + line.word().text().toLowerCase(Locale.ENGLISH) + "**");
        return detail(line.item().state())
                .map(detail -> Cell.joined(Cell.text(detail + " ·", MAX_DETAIL_LENGTH), word))
                .orElse(word);
    }

    static Optional<String> detail(ItemState state) {
        return switch (state) {
            case ItemState.Kept(var by, var reason) ->
                Optional.of(
                        "by " + by.login() + reason.map(words -> ": " + words).orElse(""));
            case ItemState.Removed(LocalDate endsOn, RemovedBy by, Optional<Who> keepBy) ->
                Optional.of(switch (by) {
                            case REVIEW -> "ends on ";
                            case PEOPLE -> "by hand, not for this review; ends on ";
                        }
                        + Dates.dayAndYear(endsOn) + " at the latest"
                        + keepBy.map(who -> "; " + who.login()
                                        + " said keep when GitHub was asked already, an admin can undo it")
                                .orElse(""));
            case ItemState.Removing(var _, Optional<ItemState.Kept> keep) ->
                keep.map(said -> said.by().login() + " said keep: it stays if GitHub did not take it");
            case ItemState.Failed(String reason, boolean refused) ->
                Optional.of(reason.replaceFirst("[.]$", "")
                        + (refused ? "; an owner can look under Settings, Copilot, Access" : ""));
            case ItemState.LeftOut(Word why) ->
                why == Word.NOT_REMOVED ? Optional.of("the review ended before") : Optional.empty();
            case ItemState.Candidate _, ItemState.Undoing _, ItemState.Undone _ -> Optional.empty();
        };
    }

    static Optional<LocalDate> endsOn(ReviewItem item) {
        return item.state() instanceof ItemState.Removed(LocalDate endsOn, RemovedBy _, var _)
                ? Optional.of(endsOn)
                : Optional.empty();
    }

    /** How many lines have a word. */
    static int count(ReviewView view, Word word) {
        return view.board().with(word).size();
    }
}
