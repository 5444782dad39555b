package dev.flightlog.command.answer;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.markdown.Markdown;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Teams by week for spreadsheets. Pure. */
final class TeamCsv {
    private static final List<String> COLUMNS = List.of(
            "team",
            "week",
            "days",
            "seats_now",
            "active_people",
            "agent_people",
            "chat_people",
            "cli_people",
            "completion_generations",
            "completion_acceptances",
            "loc_added",
            "ai_credits");

    private TeamCsv() {}

    /**
     * Pure. The API has no weeks, and only one team at a time.
     *
     * @param undecided weeks that are left out because nothing is decided about them yet
     */
    static Reply render(List<ShownTeamWeek> weeks, List<IsoWeek> undecided, String api) {
        IsoWeek latest =
                weeks.stream().map(ShownTeamWeek::week).max(IsoWeek::compareTo).orElse(null);
        List<List<@Nullable Object>> rows = weeks.stream()
                .map(week -> team(week, week.week().equals(latest)))
                .toList();
        LocalDate since = weeks.stream()
                .map(week -> week.week().monday())
                .min(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
        return CsvMarkdown.render(
                        "teams by week",
                        COLUMNS,
                        rows,
                        rows.size(),
                        "The API has one team at a time, by day: "
                                + Markdown.code(api + "/teams/{slug}/history?since=" + since)
                                + ", and lists the teams: "
                                + api + "/teams")
                .with(UndecidedWeeks.paragraph(undecided));
    }

    /** @param latest whether it is the newest week: the seats of now say nothing of an older one */
    private static List<@Nullable Object> team(ShownTeamWeek week, boolean latest) {
        return Arrays.asList(
                week.slug(),
                week.week(),
                week.days(),
                latest ? week.seats() : null,
                CsvAnswer.cell(week.active()),
                CsvAnswer.cell(week.agent()),
                CsvAnswer.cell(week.chat()),
                CsvAnswer.cell(week.cli()),
                CsvAnswer.cell(week.completionsShown()),
                CsvAnswer.cell(week.completionsAccepted()),
                CsvAnswer.cell(week.linesAdded()),
                CsvAnswer.cell(week.aiCredits()
                        .map(credits -> credits.stripTrailingZeros().toPlainString())));
    }
}
