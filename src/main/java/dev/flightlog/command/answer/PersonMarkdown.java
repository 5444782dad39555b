package dev.flightlog.command.answer;

import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.markdown.Table;
import dev.flightlog.markdown.Table.Column;
import dev.flightlog.seat.DecidedSeat;
import dev.flightlog.seat.Seat;
import dev.flightlog.seat.SeatState;
import dev.flightlog.seat.SeatsKnown;
import dev.flightlog.seat.SurfaceName;
import dev.flightlog.summary.SeatWords;
import dev.flightlog.summary.UsageWords;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import dev.flightlog.usage.PersonUsage;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words what is known of one person: the seat, the usage, and what that does not prove. Pure. */
public final class PersonMarkdown {
    private static final int MAX_EDITOR_LENGTH = 80;

    private PersonMarkdown() {}

    /** @param other login of another person; nothing where the asker asks about themselves */
    static Reply render(
            Optional<String> other, Optional<DecidedSeat> seat, @Nullable PersonUsage usage, CommandContext question) {
        String body = seat.map(held -> seat(held, question) + "\n").orElse(howToGetOne(other, question))
                + usage(usage, question)
                + seat.map(held -> unpriced(held, question) + advice(held) + LastActivityAdvice.fold())
                        .orElse("")
                + Readers.note(question, other.map(login -> "people/" + login).orElse("me"));
        return Reply.answered(sentence(other, seat, question), body);
    }

    /** The answer in one sentence of markdown. */
    public static String sentence(Optional<String> other, Optional<DecidedSeat> seat, CommandContext question) {
        SeatsKnown known = question.seatsKnown();
        if (!known.known()) {
            return "Whether " + other.map(Markdown::code).orElse("you") + (other.isPresent() ? " holds" : " hold")
                    + " a Copilot seat is not known. " + SeatWords.unknown(known);
        }
        String who = other.map(login -> Markdown.code(login) + " has ").orElse("You have ");
        if (seat.isEmpty()) {
            return who + "no Copilot seat in this organization" + SeatWords.asOf(known) + ".";
        }
        return who + "a Copilot seat" + SeatWords.asOf(known) + ". "
                + switch (seat.get().decision().state()) {
                    case ENDING -> "It is cancelled and will end.";
                    case EXEMPT -> "The policy exempts it: it is never idle.";
                    case ACTIVE -> "It was used in the last " + days(question) + ".";
                    case NEW -> "It is new, and nothing is known of it yet.";
                    case SIGNED_IN -> "There was a sign-in, but no use is known.";
                    case IDLE -> "It counts as idle.";
                    case NEVER_USED -> "No use of it was ever known.";
                };
    }

    /** For whoever has no seat; what telemetry hides is no question there. */
    private static String howToGetOne(Optional<String> other, CommandContext question) {
        return other.isPresent() || !question.seatsKnown().known()
                ? ""
                : "To ask for one: " + Markdown.code(question.prefix() + " request") + ", with a reason if you like. An"
                        + " admin answers, and you see the answer where you asked.\n\n";
    }

    private static String days(CommandContext question) {
        return Numbers.plural(question.policy().seats().idleAfter().toDays(), "day");
    }

    private static String seat(DecidedSeat held, CommandContext question) {
        Seat seat = held.seat();
        return Table.of(Column.left("Seat"), Column.left(""))
                .row(Cell.ours("State"), state(held, question))
                .row(Cell.ours("Why"), why(held, question))
                .row(Cell.ours("Plan"), Cell.ours(seat.plan().words()))
                .row(Cell.ours("Given by"), given(seat))
                .row(Cell.ours("Since"), day(seat.createdAt()))
                .row(Cell.ours("Last activity GitHub reported"), day(seat.lastActivityAt()))
                .row(Cell.ours("Last editor"), editor(seat))
                .row(Cell.ours("Last sign-in"), day(seat.lastAuthenticatedAt()))
                .row(Cell.ours("Last day in the usage reports"), date(seat.lastActiveDay()))
                .render();
    }

    private static Cell state(DecidedSeat held, CommandContext question) {
        SeatState state = held.decision().state();
        String cost = held.decision().countsAsIdleSpend() && question.mayName()
                ? " ("
                        + held.decision()
                                .monthlyPriceUsd()
                                .map(usd -> Numbers.usd(usd) + " a month")
                                .orElse("price not known")
                        + ")"
                : "";
        return Cell.joined(Cell.ours(state.words()), Cell.ours(cost));
    }

    /** The policy's own words may name people, and why they are exempt. */
    private static Cell why(DecidedSeat held, CommandContext question) {
        return why(held, question.mayName());
    }

    /** Why the seat is in its state; without the policy's own words where people may not be named. */
    public static Cell why(DecidedSeat held, boolean mayName) {
        boolean personal = held.decision().state() == SeatState.EXEMPT && !mayName;
        return personal
                ? Cell.ours(SeatState.EXEMPT.meaning())
                : Cell.text(held.decision().because());
    }

    private static Cell given(Seat seat) {
        String team = seat.assigningTeamSlug();
        return team == null ? Cell.ours("assigned directly") : Cell.joined(Cell.ours("the team"), Cell.code(team));
    }

    private static Cell editor(Seat seat) {
        String editor = seat.lastActivityEditor();
        return editor == null || editor.isBlank() ? Cell.NONE : Cell.text(SurfaceName.of(editor), MAX_EDITOR_LENGTH);
    }

    private static String usage(@Nullable PersonUsage usage, CommandContext question) {
        if (usage == null) {
            return (UsageWords.NONE + " " + question.noUsage()).strip() + "\n\n";
        }
        return Table.of(Column.left("Usage, " + Dates.span(usage.first(), usage.last())), Column.right(""))
                        .row(Cell.ours("Days active"), Cell.number(usage.activeDays()))
                        .row(Cell.ours("Days with agent"), Cell.number(usage.agentDays()))
                        .row(Cell.ours("Days with chat"), Cell.number(usage.chatDays()))
                        .row(Cell.ours("Days with CLI"), Cell.number(usage.cliDays()))
                        .row(Cell.ours("Prompts"), Cell.number(usage.prompts()))
                        .row(Cell.ours("Completions accepted"), accepted(usage))
                        .row(Cell.ours("Lines added"), Cell.number(usage.linesAdded()))
                        .row(
                                Cell.ours("AI credits (estimate)"),
                                Cell.number(usage.aiCredits()
                                        .setScale(0, RoundingMode.HALF_UP)
                                        .longValue()))
                        .render()
                + "\n";
    }

    private static Cell accepted(PersonUsage usage) {
        if (usage.completionsShown() == 0) {
            return Cell.NONE;
        }
        return Cell.ours(Numbers.count(usage.completionsAccepted()) + " of " + Numbers.count(usage.completionsShown())
                + " (" + Numbers.percent(usage.completionsAccepted(), usage.completionsShown()) + ")");
    }

    private static String unpriced(DecidedSeat held, CommandContext question) {
        return held.decision().countsAsIdleSpend()
                        && question.mayName()
                        && held.decision().monthlyPriceUsd().isEmpty()
                ? SeatWords.whyUnpriced(held.decision()) + "\n\n"
                : "";
    }

    private static String advice(DecidedSeat held) {
        return switch (held.decision().state()) {
            case SIGNED_IN, IDLE, NEVER_USED ->
                "If Copilot is used all the same, GitHub does not hear of it. "
                        + LastActivityAdvice.forEditor(held.seat().lastActivityEditor()) + ".\n\n";
            case ENDING, EXEMPT, ACTIVE, NEW -> "";
        };
    }

    private static Cell day(@Nullable Instant moment) {
        return moment == null ? Cell.NONE : date(moment.atZone(ZoneOffset.UTC).toLocalDate());
    }

    private static Cell date(@Nullable LocalDate day) {
        return day == null ? Cell.NONE : Cell.ours(Dates.dayAndYear(day));
    }
}
