package dev.flightlog.summary.text;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.markdown.Limit;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.markdown.Marker;
import dev.flightlog.summary.WeeklySummary;
import dev.flightlog.text.Dates;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words a summary: one screen, then folds. Pure; its golden files are its specification. */
public final class SummaryMarkdown {
    /** Kind of the marker by which a weekly post is found again. */
    public static final String MARKER = "summary";

    private SummaryMarkdown() {}

    /** The post. The body is within GitHub's limit; a table of teams that does not fit is cut at a row and says so. */
    public static SummaryText render(WeeklySummary summary) {
        return new SummaryText(title(summary), body(summary));
    }

    /** The same as a reply to somebody: without marker, mentions and links to other weeks. */
    public static String answer(WeeklySummary summary) {
        return fitting(summary, screen(summary, CoverageNote.inAnswer(summary.coverage())), folds(summary));
    }

    public static Marker marker(IsoWeek week) {
        return new Marker(MARKER, week.toString());
    }

    private static String title(WeeklySummary summary) {
        return "Copilot weekly · " + Markdown.title(summary.organization()) + " · "
                + Dates.weekTitle(summary.week().monday());
    }

    private static String body(WeeklySummary summary) {
        String marker = marker(summary.week()).render();
        return fitting(
                summary,
                marker + "\n" + screen(summary, CoverageNote.render(summary.coverage())),
                join(folds(summary), SummaryFooter.render(summary)));
    }

    private static String screen(WeeklySummary summary, String coverage) {
        return join(
                SummaryHeadline.render(summary),
                coverage,
                MetricTable.render(summary),
                MoneyLine.render(summary),
                DecisionList.render(summary));
    }

    /** Every fold but the teams, whose table takes what room is left. */
    private static String folds(WeeklySummary summary) {
        return join(
                ActivitySection.render(summary),
                BreakdownSection.render(
                        summary.breakdowns(), summary.provenance().minTeamSize()),
                SeatsSection.render(summary),
                CreditsSection.render(summary.credits()),
                PhasesSection.render(summary),
                MethodologySection.render(summary));
    }

    private static String fitting(WeeklySummary summary, String before, String after) {
        int room = Limit.BODY - before.length() - after.length() - 4;
        return Limit.body(join(before, TeamsSection.render(summary, room), after));
    }

    private static String join(String... parts) {
        return Stream.of(parts)
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.joining("\n\n", "", "\n"));
    }
}
