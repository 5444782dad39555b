package dev.flightlog.web.usage;

import dev.flightlog.api.Days;
import dev.flightlog.api.usage.OrganizationUsage;
import dev.flightlog.api.usage.ShownMonth;
import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.privacy.Figure;
import dev.flightlog.privacy.Metric;
import dev.flightlog.privacy.Suppressed;
import dev.flightlog.privacy.VisibleTeam;
import dev.flightlog.privacy.VisibleTeams;
import dev.flightlog.text.Numbers;
import dev.flightlog.usage.UsagePoint;
import dev.flightlog.usage.UsageSeriesStore;
import dev.flightlog.web.Period;
import dev.flightlog.web.Rows;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Usage over time as far as it may be shown, by the rule that posts, commands and the API follow. */
@Singleton
class ShownPoints {
    private final UsageSeriesStore usage;
    private final VisibleTeams visible;
    private final OrganizationUsage organization;

    ShownPoints(UsageSeriesStore usage, VisibleTeams visible, OrganizationUsage organization) {
        this.organization = organization;
        this.usage = usage;
        this.visible = visible;
    }

    /**
     * A row's figures in words.
     *
     * @param activePeople the active users as a number, to compare with
     * @param cloudAgent null for a team
     */
    record Point(
            LocalDate first,
            int days,
            Figure<Integer> activePeople,
            String active,
            String rate,
            String chat,
            String agent,
            String cli,
            String app,
            @Nullable String cloudAgent,
            String lines,
            String credits) {
        private static Point of(UsagePoint point, Suppressed shown) {
            return new Point(
                    point.first(),
                    point.days(),
                    shown.people(Metric.ACTIVE, point.active()),
                    people(shown, Metric.ACTIVE, point.active()),
                    shown.sum(Rows.rate(point), Metric.COMPLETION_GENERATIONS, Metric.COMPLETION_ACCEPTANCES)
                            .text(Function.identity()),
                    people(shown, Metric.CHAT, point.chat()),
                    people(shown, Metric.AGENT, point.agent()),
                    people(shown, Metric.CLI, point.cli()),
                    people(shown, Metric.APP, point.app()),
                    cloudAgent(point.cloudAgent(), shown),
                    shown.sum(point.linesAdded(), Metric.LOC_ADDED).text(Numbers::count),
                    shown.sum(point.credits(), Metric.AI_CREDITS).text(Rows::whole));
        }

        /** A rate and lines are those of the days that may be shown. */
        private static Point of(ShownMonth month) {
            UsagePoint whole = month.month();
            Suppressed shown = month.people();
            String least = month.linesDays() < whole.days() ? "at least " : "";
            return new Point(
                    whole.first(),
                    whole.days(),
                    shown.people(Metric.ACTIVE, whole.active()),
                    people(shown, Metric.ACTIVE, whole.active()),
                    Numbers.percent(month.completionsAccepted(), month.completionsShown()),
                    people(shown, Metric.CHAT, whole.chat()),
                    people(shown, Metric.AGENT, whole.agent()),
                    people(shown, Metric.CLI, whole.cli()),
                    people(shown, Metric.APP, whole.app()),
                    cloudAgent(whole.cloudAgent(), shown),
                    month.linesDays() == 0 ? Numbers.NONE : least + Numbers.count(month.linesAdded()),
                    Rows.whole(whole.credits()));
        }

        private static String people(Suppressed shown, Metric metric, int count) {
            return shown.people(metric, count).text(Numbers::count);
        }

        /** Counted of the organization only, so that there is nothing to subtract it from but itself. */
        private static @Nullable String cloudAgent(@Nullable Integer people, Suppressed shown) {
            if (people == null) {
                return null;
            }
            if (!shown.shows(Metric.ACTIVE)) {
                return Figure.NONE;
            }
            return people > 0 && people < shown.threshold() ? "fewer than " + shown.threshold() : Numbers.count(people);
        }
    }

    /** The organization's rows, oldest first. */
    List<Point> organization(long org, Period period, int threshold) {
        Period whole = period.whole();
        long team = UsageSeriesStore.ORGANIZATION;
        return switch (period.step()) {
            case DAY -> {
                Map<LocalDate, Suppressed> days = visible.organizationOn(org, whole.first(), whole.last(), threshold);
                yield shown(
                        usage.days(org, team, whole.first(), whole.last()),
                        point -> of(days.get(point.first()), threshold));
            }
            case WEEK -> {
                List<UsagePoint> points = usage.weeks(org, team, whole.first(), whole.last());
                Map<IsoWeek, Suppressed> weeks = visible.organizationIn(org, weeks(points), threshold);
                yield shown(points, point -> of(weeks.get(IsoWeek.of(point.first())), threshold));
            }
            case MONTH ->
                organization.months(org, new Days(whole.first(), whole.last()), threshold).stream()
                        .map(Point::of)
                        .toList();
        };
    }

    /**
     * A team's days or weeks for somebody who may see the team, oldest first; those of which it shows nothing are left out.
     * A day is shown only in a week that is.
     */
    List<Point> team(long org, long team, Period period, int threshold) {
        Period whole = period.whole();
        VisibleTeam shown = visible.teamForMembers(org, team, threshold);
        if (period.step() == Period.Step.DAY) {
            Map<LocalDate, Suppressed> days = shown.on(whole.first(), whole.last());
            Map<IsoWeek, Suppressed> weeks =
                    shown.in(days.keySet().stream().map(IsoWeek::of).collect(Collectors.toSet()));
            return shownOnly(
                    usage.days(org, team, whole.first(), whole.last()),
                    point -> of(weeks.get(IsoWeek.of(point.first())), threshold).hidden()
                            ? Suppressed.everything(threshold)
                            : of(days.get(point.first()), threshold));
        }
        List<UsagePoint> points = usage.weeks(org, team, whole.first(), whole.last());
        Map<IsoWeek, Suppressed> weeks = shown.in(weeks(points));
        return shownOnly(points, point -> of(weeks.get(IsoWeek.of(point.first())), threshold));
    }

    private static Collection<IsoWeek> weeks(List<UsagePoint> points) {
        return points.stream().map(point -> IsoWeek.of(point.first())).collect(Collectors.toSet());
    }

    private static Suppressed of(@Nullable Suppressed known, int threshold) {
        return known == null ? Suppressed.everything(threshold) : known;
    }

    private static List<Point> shown(List<UsagePoint> points, Function<UsagePoint, Suppressed> shown) {
        return points.stream().map(point -> Point.of(point, shown.apply(point))).toList();
    }

    private static List<Point> shownOnly(List<UsagePoint> points, Function<UsagePoint, Suppressed> shown) {
        return points.stream()
                .filter(point -> !shown.apply(point).hidden())
                .map(point -> Point.of(point, shown.apply(point)))
                .toList();
    }
}
