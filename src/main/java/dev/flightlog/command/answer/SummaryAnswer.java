package dev.flightlog.command.answer;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.command.parse.Command;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.summary.Summaries;
import dev.flightlog.summary.SummaryWeek;
import dev.flightlog.summary.UsageWords;
import dev.flightlog.summary.text.SummaryMarkdown;
import dev.flightlog.text.Dates;
import dev.flightlog.usage.UsageTableStore;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;

/** The summary of a week, as it was posted; else as it is counted now. */
@Singleton
public class SummaryAnswer {
    private final Summaries summaries;
    private final UsageTableStore usage;

    SummaryAnswer(Summaries summaries, UsageTableStore usage) {
        this.summaries = summaries;
        this.usage = usage;
    }

    public Reply answer(Command.Summary wanted, CommandContext question) {
        Optional<IsoWeek> week =
                wanted.week().flatMap(written -> written.at(question.today())).or(() -> latest(question));
        return week.flatMap(of -> summaries.of(question.organization(), of))
                .map(SummaryAnswer::render)
                .orElseGet(() -> nothing(week, question));
    }

    private Optional<IsoWeek> latest(CommandContext question) {
        return Optional.ofNullable(usage.latestWeek(question.organization().id(), question.now()));
    }

    private static Reply render(SummaryWeek summary) {
        IsoWeek week = summary.summary().week();
        String posted = summary.post() == null
                ? ""
                : " It was posted [here](" + summary.post().toASCIIString() + ").";
        return Reply.answered(
                "Summary of " + Dates.weekTitle(week.monday()) + "." + posted,
                SummaryMarkdown.answer(summary.summary()));
    }

    private Reply nothing(Optional<IsoWeek> week, CommandContext question) {
        LocalDate through = question.dataThrough();
        String known = through == null
                ? (UsageWords.NONE + " " + question.noUsage()).strip()
                : "The data go to " + Dates.dayAndYear(through) + ".";
        return Reply.nothing(
                week.map(of -> "There are no data of " + of + ".").orElse("There is no summary yet."),
                known + another(week, question));
    }

    /** The latest week that can be asked for, where another was. */
    private String another(Optional<IsoWeek> asked, CommandContext question) {
        return latest(question)
                .filter(latest -> !asked.equals(Optional.of(latest)))
                .map(latest -> " The latest week: " + Markdown.code(question.prefix() + " summary " + latest))
                .orElse("");
    }
}
