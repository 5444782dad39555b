package dev.flightlog.web.usage;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.markdown.Cell;
import dev.flightlog.summary.Summaries;
import dev.flightlog.summary.SummaryWeek;
import dev.flightlog.summary.WeeklySummary;
import dev.flightlog.summary.text.CoverageNote;
import dev.flightlog.summary.text.DecisionList;
import dev.flightlog.summary.text.Definitions;
import dev.flightlog.summary.text.Metric;
import dev.flightlog.summary.text.MetricTable;
import dev.flightlog.summary.text.SummaryHeadline;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import dev.flightlog.usage.UsageTableStore;
import dev.flightlog.web.Figure;
import dev.flightlog.web.Markup;
import dev.flightlog.web.Period;
import dev.flightlog.web.PeriodBar;
import dev.flightlog.web.Query;
import dev.flightlog.web.SourceRows;
import dev.flightlog.web.Spark;
import dev.flightlog.web.Visit;
import gg.jte.Content;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An organization's first page: the latest week as the post has it, then usage over time. */
@Singleton
class OverviewPages {
    /** A value and its note in brackets, such as "45 (77.6 % of seats)". */
    private static final Pattern VALUE_AND_NOTE = Pattern.compile("([^(]+) \\((.*)\\)");

    private final Summaries summaries;
    private final UsageTableStore weeks;
    private final SeriesPages series;

    OverviewPages(Summaries summaries, UsageTableStore weeks, SeriesPages series) {
        this.summaries = summaries;
        this.weeks = weeks;
        this.series = series;
    }

    OverviewPage page(Visit visit, Period period) {
        long org = visit.org();
        IsoWeek latest = weeks.latestWeek(org, visit.now());
        Optional<SummaryWeek> week = latest == null ? Optional.empty() : summaries.of(visit.organization(), latest);
        return new OverviewPage(
                visit.organization().login(),
                week.map(known -> Markup.inline(plain(SummaryHeadline.render(known.summary())), visit))
                        .orElseGet(() -> Markup.inline("There is no summary yet.", visit)),
                week.map(known -> Dates.weekTitle(known.summary().week().monday()))
                        .orElse("Nothing is posted yet."),
                week.map(known -> CoverageNote.inAnswer(known.summary().coverage()))
                        .filter(note -> !note.isEmpty())
                        .map(note -> Markup.of(note, visit))
                        .orElse(null),
                visit.dataThrough(),
                week.map(SummaryWeek::post).map(URI::toASCIIString).orElse(null),
                notices(visit),
                week.map(known -> figures(known.summary())).orElse(List.of()),
                week.map(known -> decisions(known.summary(), visit)).orElse(List.of()),
                PeriodBar.of(period, Query.of(visit.path(""))),
                series.organization(org, period, visit.policy().privacy().minTeamSize(), included(week)),
                series.phases(org, period, visit.policy().privacy().minTeamSize()),
                series.breakdowns(org, period, visit.policy().privacy().minTeamSize()),
                SourceRows.of(visit),
                Markup.of(
                        Definitions.markdown(
                                visit.policy().privacy().minTeamSize(),
                                visit.policy().seats().idleAfter().toDays()),
                        visit));
    }

    private static @Nullable Long included(Optional<SummaryWeek> week) {
        return week.map(known -> known.summary().credits().ownPool()).orElse(null);
    }

    /** The sentence is alone and large here, so nothing in it is bold. */
    private static String plain(String markdown) {
        return markdown.replace("**", "");
    }

    private static List<Content> notices(Visit visit) {
        return visit.organization().active()
                ? List.of()
                : List.of(Markup.of(
                        "GitHub gives nothing of this organization any more: the app is suspended or removed.", visit));
    }

    private static List<Content> decisions(WeeklySummary summary, Visit visit) {
        return DecisionList.items(summary).stream()
                .map(item -> Markup.inline(item, visit))
                .toList();
    }

    /** The cards: what is counted by days says of how many, where not all of the week are there. */
    static List<Figure> figures(WeeklySummary summary) {
        String days = summary.coverage().isWhole()
                ? ""
                : CoverageNote.daysOf(summary.coverage().days().size());
        return MetricTable.metrics(summary).stream()
                .map(metric -> figure(metric, metric.kind().isOfOneMoment() ? "" : days))
                .toList();
    }

    /** @param days how many of the week's days it is made of; empty for all */
    private static Figure figure(Metric metric, String days) {
        String now = metric.now().toString();
        Matcher split = VALUE_AND_NOTE.matcher(now);
        boolean noted = split.matches();
        boolean changed = !metric.change().equals(Numbers.NONE);
        String before = metric.before().equals(Cell.NONE) ? "" : "against last week";
        return new Figure(
                metric.name(),
                noted ? split.group(1) : now,
                Stream.of(noted ? split.group(2) : "", days)
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining("; ")),
                changed ? metric.change() : "",
                before,
                Spark.of(metric.trend()));
    }
}
