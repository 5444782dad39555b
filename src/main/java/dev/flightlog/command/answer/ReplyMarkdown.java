package dev.flightlog.command.answer;

import dev.flightlog.command.CommandLogStore;
import dev.flightlog.governance.Role;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.seat.SeatsKnown;
import dev.flightlog.text.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Words a reply: the answer in one line, who asked and how far the data go, then the rest. Pure. */
public final class ReplyMarkdown {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ReplyMarkdown() {}

    public static String render(Reply reply, CommandContext question) {
        String body = reply.body().strip();
        return "**" + reply.sentence() + "**\n\n" + asked(question) + "\n" + (body.isEmpty() ? "" : "\n" + body + "\n");
    }

    /** For one command too many. */
    public static String limited(Instant answeredFrom) {
        Instant minute = answeredFrom.plusSeconds(59).truncatedTo(ChronoUnit.MINUTES);
        return "**That was more than " + CommandLogStore.MAX_COMMANDS + " commands in "
                + CommandLogStore.WINDOW.toMinutes() + " minutes; from " + TIME.format(minute)
                + " UTC on you are answered again.**\n";
    }

    /** For an answer that cannot be made: nobody can read more out of it than that it failed. */
    public static String failed(String errorId) {
        return "**That did not work, and it is not your fault.**\n\nThe operator finds the reason in the log under the"
                + " id " + Markdown.code(errorId) + ".\n";
    }

    private static String asked(CommandContext question) {
        String who = question.mayName()
                ? Markdown.code(question.login())
                : question.role() == Role.ADMIN ? "an admin" : "a member";
        LocalDate through = question.dataThrough();
        return "asked by " + who + " · " + (through == null ? "no usage data yet" : "data to " + Dates.day(through))
                + (question.seatsKnown() instanceof SeatsKnown.AsOf(LocalDate day)
                        ? " · seats as of " + Dates.day(day)
                        : "");
    }
}
