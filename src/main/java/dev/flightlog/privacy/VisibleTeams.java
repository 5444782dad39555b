package dev.flightlog.privacy;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.privacy.TeamVisibility.Reason;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * What may be shown of an organization and its teams: what posts, commands, checks, the API and the pages ask before they
 * tell a number. Decided when the data have changed, stored, and read when somebody asks.
 */
@Singleton
public class VisibleTeams {
    private final PopulationStore people;
    private final SuppressionStore decisions;

    VisibleTeams(PopulationStore people, SuppressionStore decisions) {
        this.people = people;
        this.decisions = decisions;
    }

    /**
     * By who is in the teams and holds a seat now.
     *
     * @param threshold the policy's {@code privacy.min_team_size}
     */
    public TeamVisibility now(long org, int threshold) {
        long version = decisions.version(org);
        TeamVisibility known = decisions.now(org, version, threshold);
        if (known != null) {
            return known;
        }
        TeamVisibility decided = now(org).apply(threshold);
        decisions.save(org, version, threshold, decided);
        return decided;
    }

    /** As {@link #now(long, int)} for whatever thresholds are asked about, all by the same people; nothing is stored. */
    public IntFunction<TeamVisibility> now(long org) {
        Population population = people.now(org);
        Set<Long> secret = people.secretTeams(org);
        return threshold -> withSecrets(Suppression.now(population, threshold), secret);
    }

    private static TeamVisibility withSecrets(TeamVisibility decided, Set<Long> secret) {
        Map<Long, Reason> reasons = new HashMap<>(decided.teams());
        reasons.replaceAll((team, reason) -> reason == Reason.SHOWN && secret.contains(team) ? Reason.SECRET : reason);
        return new TeamVisibility(reasons);
    }

    /** What every reader may see of a week: by who contributed in it, and which teams may be shown now. */
    public PeriodSuppression in(long org, IsoWeek week, int threshold) {
        return in(org, List.of(week), threshold).getOrDefault(week, PeriodSuppression.nothingKnown(threshold));
    }

    /** As {@link #in(long, IsoWeek, int)} for several weeks at once; weeks without data are left out. */
    public Map<IsoWeek, PeriodSuppression> in(long org, Collection<IsoWeek> weeks, int threshold) {
        TeamVisibility now = now(org, threshold);
        return in(org, weeks, now, threshold, now::shows);
    }

    /** As {@link #in(long, Collection, int)}, for somebody who may see secret teams, on a page of their own. */
    public Map<IsoWeek, PeriodSuppression> inForMembers(long org, Collection<IsoWeek> weeks, int threshold) {
        TeamVisibility now = now(org, threshold);
        return in(org, weeks, now, threshold, now::showsToMembers);
    }

    private Map<IsoWeek, PeriodSuppression> in(
            long org, Collection<IsoWeek> weeks, TeamVisibility now, int threshold, LongPredicate shownNow) {
        if (weeks.isEmpty()) {
            return Map.of();
        }
        decide(org, weeks, threshold);
        Map<IsoWeek, PeriodSuppression> shown = new HashMap<>();
        decisions
                .read(
                        org,
                        "week",
                        mondays(weeks).min(LocalDate::compareTo).orElseThrow(),
                        mondays(weeks).max(LocalDate::compareTo).orElseThrow())
                .forEach((monday, decided) -> {
                    if (weeks.contains(IsoWeek.of(monday))) {
                        shown.put(IsoWeek.of(monday), decided.and(now, shownNow));
                    }
                });
        return shown;
    }

    private static Stream<LocalDate> mondays(Collection<IsoWeek> weeks) {
        return weeks.stream().map(IsoWeek::monday);
    }

    /**
     * What every reader may see of each day with data. Together with the weeks' figures, which others are told: a sum is
     * held back on one day more than it would have to be, else the week less its other days would be that day.
     */
    public Map<LocalDate, PeriodSuppression> on(long org, LocalDate first, LocalDate last, int threshold) {
        TeamVisibility now = now(org, threshold);
        return on(org, first, last, now, threshold, now::shows);
    }

    /** As {@link #on}, for somebody who may see secret teams, on a page of their own. */
    public Map<LocalDate, PeriodSuppression> onForMembers(long org, LocalDate first, LocalDate last, int threshold) {
        TeamVisibility now = now(org, threshold);
        return on(org, first, last, now, threshold, now::showsToMembers);
    }

    /**
     * What every reader may see of the organization's calendar months: what may be shown of each of their days. Few people on
     * a day need not be few in its month, so that nothing is said of them.
     */
    public Map<YearMonth, Suppressed> months(long org, LocalDate first, LocalDate last, int threshold) {
        Map<YearMonth, Suppressed> months = new HashMap<>();
        on(org, first, last, threshold)
                .forEach((day, shown) -> months.merge(
                        YearMonth.from(day),
                        shown.organization(),
                        (one, other) -> new Suppressed(
                                threshold, 0, one.few() | one.withheld() | other.few() | other.withheld())));
        return months;
    }

    private Map<LocalDate, PeriodSuppression> on(
            long org, LocalDate first, LocalDate last, TeamVisibility now, int threshold, LongPredicate shownNow) {
        List<IsoWeek> weeks =
                first.datesUntil(last.plusDays(1)).map(IsoWeek::of).distinct().toList();
        decide(org, weeks, threshold);
        Map<LocalDate, PeriodSuppression> days = decisions.read(org, "day", first, last);
        days.replaceAll((_, decided) -> decided.and(now, shownNow));
        return days;
    }

    /** Decides about all weeks with data of which nothing is decided by the data of now. Newest first. */
    public void decideAll(long org, int threshold) {
        now(org, threshold);
        decide(org, decisions.weeks(org), threshold);
    }

    private void decide(long org, Collection<IsoWeek> weeks, int threshold) {
        Map<IsoWeek, String> stamps = decisions.stamps(org, weeks);
        Set<IsoWeek> decided = decisions.decided(org, threshold, stamps);
        for (IsoWeek week : weeks) {
            String stamp = stamps.get(week);
            if (stamp != null && !decided.contains(week)) {
                List<LocalDate> days = people.days(org, week);
                decisions.save(org, week, days, stamp, Suppression.week(people.on(org, days), threshold));
            }
        }
    }
}
