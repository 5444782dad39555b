package dev.flightlog.summary.text;

import dev.flightlog.cost.CreditPool;
import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Sparkline;
import dev.flightlog.markdown.Table;
import dev.flightlog.markdown.Table.Column;
import dev.flightlog.privacy.Figure;
import dev.flightlog.summary.WeekFigures;
import dev.flightlog.summary.WeekFigures.PullRequests;
import dev.flightlog.summary.WeeklySummary;
import dev.flightlog.summary.text.Metric.Kind;
import dev.flightlog.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The week in eight rows, compared with the week before. The first words of each row never change, because people and
 * tools look for them.
 */
public final class MetricTable {
    private final WeeklySummary summary;
    private final WeekOverWeek change;

    private MetricTable(WeeklySummary summary) {
        this.summary = summary;
        this.change = new WeekOverWeek(summary);
    }

    static String render(WeeklySummary summary) {
        return new MetricTable(summary).render();
    }

    private String render() {
        return new Table(columns(), metrics().stream().map(this::cells).toList()).render();
    }

    /** The rows of the table as values. */
    public static List<Metric> metrics(WeeklySummary summary) {
        return new MetricTable(summary).metrics();
    }

    private List<Metric> metrics() {
        return List.of(
                row(
                        Kind.SEATS,
                        figures -> number(figures.seats()),
                        change.ofSeats(),
                        WeekFigures::seats,
                        seats -> Numbers.count(seats.longValue())),
                people(Kind.ACTIVE_USERS, MetricTable::active, WeekFigures::active),
                row(
                        Kind.ACCEPTANCE_RATE,
                        figures -> rate(figures.acceptanceRate()),
                        change.ofRate(WeekFigures::acceptanceRate),
                        ofWholeWeeks(WeekFigures::acceptanceRate),
                        rate -> Numbers.percent(rate.doubleValue())),
                people(Kind.AGENT_USERS, WeekFigures::agent),
                people(Kind.CHAT_USERS, WeekFigures::chat),
                people(Kind.CLI_USERS, WeekFigures::cli),
                row(
                        Kind.AI_CREDITS,
                        this::credits,
                        change.ofCredits(MetricTable::wholeCredits),
                        ofWholeWeeks(MetricTable::wholeCredits),
                        credits -> Numbers.count(credits.longValue())),
                row(
                        Kind.MERGED_PULL_REQUESTS,
                        figures -> pullRequests(figures.pullRequests()),
                        change.ofPullRequests(),
                        ofWholeWeeks(MetricTable::writtenAndReviewed),
                        both -> Numbers.count(both.longValue()) + " PRs"));
    }

    private List<Cell> cells(Metric metric) {
        return summary.hasPast()
                ? List.of(
                        Cell.ours(metric.name()),
                        metric.now(),
                        metric.before(),
                        Cell.ours(metric.change()),
                        Cell.ours((Sparkline.of(metric.trend()) + " " + metric.range()).strip()))
                : List.of(Cell.ours(metric.name()), metric.now());
    }

    private List<Column> columns() {
        return summary.hasPast()
                ? List.of(
                        Column.left("Metric"),
                        Column.right("This week"),
                        Column.right(lastWeekHeading()),
                        Column.right("Change"),
                        Column.left("Last 8 weeks"))
                : List.of(Column.left("Metric"), Column.right("This week"));
    }

    private String lastWeekHeading() {
        WeekFigures last = summary.lastWeek();
        return last == null || last.days() == 7 ? "Last week" : "Last week (" + CoverageNote.daysOf(last.days()) + ")";
    }

    private Metric people(Kind kind, Function<WeekFigures, Figure<Integer>> value) {
        return people(kind, figures -> Cell.ours(value.apply(figures).text(Numbers::count)), value);
    }

    private Metric people(Kind kind, Function<WeekFigures, Cell> cell, Function<WeekFigures, Figure<Integer>> value) {
        return row(
                kind,
                cell,
                change.ofPeople(figures -> value.apply(figures).orNull()),
                ofWholeWeeks(figures -> value.apply(figures).orNull()),
                people -> Numbers.count(people.longValue()));
    }

    /** Seats are counted at one moment; of everything else some days of a week say nothing of the week. */
    private static Function<WeekFigures, @Nullable Number> ofWholeWeeks(
            Function<WeekFigures, ? extends @Nullable Number> value) {
        return figures -> figures.isWhole() ? value.apply(figures) : null;
    }

    private Metric row(
            Kind kind,
            Function<WeekFigures, Cell> cell,
            String change,
            Function<WeekFigures, ? extends @Nullable Number> value,
            Function<Number, String> written) {
        WeekFigures last = summary.lastWeek();
        List<@Nullable Number> trend = summary.trend(value::apply);
        return new Metric(
                kind,
                cell.apply(summary.thisWeek()),
                last == null ? Cell.NONE : cell.apply(last),
                change,
                trend,
                range(trend, written));
    }

    /** The lowest and the highest value where they differ; empty where all are the same. */
    private static String range(List<? extends @Nullable Number> trend, Function<Number, String> written) {
        List<Number> known = trend.stream()
                .<Number>mapMulti((number, next) -> {
                    if (number != null) {
                        next.accept(number);
                    }
                })
                .sorted(Comparator.comparingDouble(Number::doubleValue))
                .toList();
        boolean flat = known.isEmpty()
                || known.getFirst().doubleValue() == known.getLast().doubleValue();
        if (flat) {
            return "";
        }
        String lowest = written.apply(known.getFirst());
        String highest = written.apply(known.getLast());
        return lowest.equals(highest) ? "" : lowest + " – " + highest;
    }

    private static Cell number(@Nullable Integer number) {
        return number == null ? Cell.NONE : Cell.number(number);
    }

    private static Cell rate(@Nullable Double rate) {
        return rate == null ? Cell.NONE : Cell.ours(Numbers.percent(rate));
    }

    /**
     * The share is left out where more people are active than hold a seat here: their seat is elsewhere (github.md:
     * Report days).
     */
    private static Cell active(WeekFigures figures) {
        Integer seats = figures.seats();
        Integer used = figures.seatsUsed();
        return Cell.ours(figures.active()
                .text(active -> Numbers.count(active) + share(used == null ? active : used, seats)));
    }

    private static String share(int users, @Nullable Integer seats) {
        return seats == null || seats == 0 || users > seats ? "" : " (" + Numbers.percent(users, seats) + " of seats)";
    }

    /** Only this week's share: the pool of past weeks would need the seats of those weeks by plan. */
    private Cell credits(WeekFigures figures) {
        BigDecimal used = figures.aiCredits();
        Integer whole = wholeCredits(figures);
        if (used == null || whole == null) {
            return Cell.NONE;
        }
        if (figures != summary.thisWeek()) {
            return Cell.number(whole);
        }
        Long included = summary.credits().ownPool();
        String share = included == null || included == 0
                ? ""
                : ", " + Numbers.percent(used.doubleValue() / partOfWeek(included)) + " of a week's part of the pool";
        return Cell.ours(Numbers.count(whole) + " (" + Numbers.usd(CreditPool.usd(used)) + share + ")");
    }

    /** A week has seven of the days of its month, the one in which its Thursday lies. */
    private double partOfWeek(long included) {
        return (double) included * 7 / summary.week().monday().plusDays(3).lengthOfMonth();
    }

    private static @Nullable Integer wholeCredits(WeekFigures figures) {
        BigDecimal used = figures.aiCredits();
        return used == null ? null : used.setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    private static @Nullable Integer writtenAndReviewed(WeekFigures figures) {
        PullRequests merged = figures.pullRequests();
        return merged == null ? null : merged.written() + merged.reviewed();
    }

    private static Cell pullRequests(@Nullable PullRequests merged) {
        return merged == null
                ? Cell.NONE
                : Cell.ours(Numbers.count(merged.written()) + " written, " + Numbers.count(merged.reviewed())
                        + " reviewed");
    }
}
