package dev.flightlog.privacy;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.privacy.TeamVisibility.Reason;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;

/**
 * What may be shown of an organization and its teams: what posts, commands, checks, the API and the pages ask before they
 * tell a number. Decided when the data have changed, stored, and read when somebody asks.
 */
@Singleton
public class VisibleTeams {
    private final PopulationStore people;
    private final SuppressionStore decisions;
    private final WeekDecisions byWeek;

    VisibleTeams(PopulationStore people, SuppressionStore decisions, WeekDecisions byWeek) {
        this.people = people;
        this.decisions = decisions;
        this.byWeek = byWeek;
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

    /**
     * What every reader may see of several weeks: by who contributed in each, and which teams may be shown now. Weeks without
     * data are left out, and those of which nothing is decided yet.
     */
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
        return ofWeeks(
                org,
                weeks,
                threshold,
                (from, to) -> decisions.read(org, "week", from, to),
                decided -> decided.and(now, shownNow));
    }

    /** What every reader may see of the organization as a whole in each of these weeks; as {@link #in} for less work. */
    public Map<IsoWeek, Suppressed> organizationIn(long org, Collection<IsoWeek> weeks, int threshold) {
        return ofWeeks(
                org,
                weeks,
                threshold,
                (from, to) -> decisions.organization(org, "week", from, to),
                UnaryOperator.identity());
    }

    private <T> Map<IsoWeek, T> ofWeeks(
            long org, Collection<IsoWeek> weeks, int threshold, Stored<T> stored, UnaryOperator<T> shown) {
        Set<IsoWeek> upToDate = byWeek.upToDate(org, weeks, threshold);
        if (upToDate.isEmpty()) {
            return Map.of();
        }
        Map<IsoWeek, T> decided = new HashMap<>();
        stored.read(
                        Collections.min(upToDate).monday(),
                        Collections.max(upToDate).monday())
                .forEach((monday, each) -> {
                    if (upToDate.contains(IsoWeek.of(monday))) {
                        decided.put(IsoWeek.of(monday), shown.apply(each));
                    }
                });
        return decided;
    }

    /**
     * What every reader may see of each day with data. Together with the weeks' figures, which others see: a sum is
     * held back on one day more than it would have to be, else the week less its other days would be that day.
     */
    public Map<LocalDate, PeriodSuppression> on(long org, LocalDate first, LocalDate last, int threshold) {
        TeamVisibility now = now(org, threshold);
        Map<LocalDate, PeriodSuppression> days =
                ofDays(org, first, last, threshold, (from, to) -> decisions.read(org, "day", from, to));
        days.replaceAll((_, decided) -> decided.and(now, now::shows));
        return days;
    }

    /** What every reader may see of the organization as a whole on each day with data; as {@link #on} for less work. */
    public Map<LocalDate, Suppressed> organizationOn(long org, LocalDate first, LocalDate last, int threshold) {
        return ofDays(org, first, last, threshold, (from, to) -> decisions.organization(org, "day", from, to));
    }

    private <T> Map<LocalDate, T> ofDays(long org, LocalDate first, LocalDate last, int threshold, Stored<T> stored) {
        List<IsoWeek> weeks =
                first.datesUntil(last.plusDays(1)).map(IsoWeek::of).distinct().toList();
        Set<IsoWeek> upToDate = byWeek.upToDate(org, weeks, threshold);
        Map<LocalDate, T> days = stored.read(first, last);
        days.keySet().removeIf(day -> !upToDate.contains(IsoWeek.of(day)));
        return days;
    }

    /**
     * What every reader may see of the organization's calendar months: what may be shown of each of their days. Few people on
     * a day need not be few in its month, so that nothing is said of them.
     */
    public Map<YearMonth, Suppressed> months(long org, LocalDate first, LocalDate last, int threshold) {
        Map<YearMonth, Suppressed> months = new HashMap<>();
        organizationOn(org, first, last, threshold)
                .forEach((day, shown) -> months.merge(
                        YearMonth.from(day),
                        shown,
                        (one, other) -> new Suppressed(
                                threshold, 0, one.few() | one.withheld() | other.few() | other.withheld())));
        return months;
    }

    /** What every reader may see of a team. */
    public VisibleTeam team(long org, long team, int threshold) {
        return new OneTeam(org, team, threshold, now(org, threshold).shows(team));
    }

    /** As {@link #team}, for somebody who may see secret teams, on a page of their own. */
    public VisibleTeam teamForMembers(long org, long team, int threshold) {
        return new OneTeam(org, team, threshold, now(org, threshold).showsToMembers(team));
    }

    /** Decides about all weeks with data of which nothing is decided by the data of now. Newest first. */
    public void decideAll(long org, int threshold) {
        now(org, threshold);
        byWeek.decide(org, decisions.weeks(org), threshold);
    }

    /** As {@link #decideAll} about these weeks, for what must be complete, such as a post. */
    public void decide(long org, Collection<IsoWeek> weeks, int threshold) {
        byWeek.decide(org, weeks, threshold);
    }

    /** Those of these weeks of which nothing can be shown yet, because their data have changed. Latest first. */
    public List<IsoWeek> undecided(long org, Collection<IsoWeek> weeks, int threshold) {
        return byWeek.undecided(org, weeks, threshold);
    }

    /** Reads what is stored from one day to another, both included. */
    @FunctionalInterface
    private interface Stored<T> {
        Map<LocalDate, T> read(LocalDate from, LocalDate to);
    }

    /** Reads of each period what is decided about the one team. */
    private final class OneTeam implements VisibleTeam {
        private final long org;
        private final long team;
        private final int threshold;
        private final boolean shownNow;

        OneTeam(long org, long team, int threshold, boolean shownNow) {
            this.org = org;
            this.team = team;
            this.threshold = threshold;
            this.shownNow = shownNow;
        }

        @Override
        public Map<IsoWeek, Suppressed> in(Collection<IsoWeek> weeks) {
            return ofWeeks(
                    org, weeks, threshold, (from, to) -> decisions.team(org, team, "week", from, to), this::ifShownNow);
        }

        @Override
        public Map<LocalDate, Suppressed> on(LocalDate first, LocalDate last) {
            Map<LocalDate, Suppressed> days =
                    ofDays(org, first, last, threshold, (from, to) -> decisions.team(org, team, "day", from, to));
            days.replaceAll((_, decided) -> ifShownNow(decided));
            return days;
        }

        private Suppressed ifShownNow(Suppressed decided) {
            return shownNow ? decided : Suppressed.everything(threshold);
        }
    }
}
