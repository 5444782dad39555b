package dev.flightlog.privacy;

import dev.flightlog.privacy.Differencing.Result;
import dev.flightlog.privacy.Differencing.Verdict;
import dev.flightlog.privacy.TeamVisibility.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides what may be shown, for all teams and metrics of an organization at once. Pure. */
final class Suppression {
    private Suppression() {}

    /**
     * A week and its days.
     *
     * @param week distinct people of the week, and sums over it
     * @param days the same for each day, in the order of the population's
     */
    record Decided(PeriodSuppression week, List<PeriodSuppression> days) {}

    /**
     * Which teams may be shown now.
     *
     * @param now one day, on which everybody who holds a seat contributes to {@link Metric#SEATED}
     */
    static TeamVisibility now(Population now, int threshold) {
        int[][] profilesOf = now.profilesOfTeams();
        Result result = Differencing.decide(now.on(0, Metric.SEATED), profilesOf, threshold, now.family());
        Contributors seats = now.on(0, Metric.SEATED);
        Map<Long, Reason> reasons = new LinkedHashMap<>();
        for (int team = 0; team < profilesOf.length; team++) {
            reasons.put(
                    now.teams().get(team),
                    seats.within(profilesOf[team]) < threshold
                            ? Reason.TOO_SMALL
                            : result.teams()[team] == Verdict.SHOWN ? Reason.SHOWN : Reason.GIVES_AWAY_OTHERS);
        }
        return new TeamVisibility(reasons);
    }

    /** A week of days that have figures. */
    static Decided week(Population people, int threshold) {
        people.settle();
        int[][] profilesOf = people.profilesOfTeams();
        Masks week = new Masks(people.teams(), threshold);
        List<Masks> days = new ArrayList<>();
        for (int day = 0; day < people.days(); day++) {
            days.add(new Masks(people.teams(), threshold));
        }
        for (Metric metric : Metric.ALL) {
            if (metric.isSum()) {
                Contributors contributors = people.byDay(metric);
                Result result = Differencing.decide(contributors, profilesOf, threshold, Family.NONE);
                week.put(metric, result);
                for (int day = 0; day < people.days(); day++) {
                    days.get(day).put(metric, result, day);
                }
            } else {
                put(metric, people.over(metric), profilesOf, threshold, people, week);
                for (int day = 0; day < people.days(); day++) {
                    put(metric, people.on(day, metric), profilesOf, threshold, people, days.get(day));
                }
            }
        }
        days.stream().map(Masks::seatless).toList().forEach(hidden -> days.forEach(day -> day.withhold(hidden)));
        return new Decided(week.periods(), days.stream().map(Masks::periods).toList());
    }

    private static void put(
            Metric metric,
            Contributors contributors,
            int[][] profilesOf,
            int threshold,
            Population people,
            Masks into) {
        Family family = metric == Metric.SEATED ? people.family() : Family.NONE;
        into.put(metric, Differencing.decide(contributors, profilesOf, threshold, family));
        if (metric == Metric.SEATED) {
            into.hideWithoutSeats(contributors, profilesOf);
        }
    }

    /** Masks of metrics by team while they are filled. */
    private static final class Masks {
        private final List<Long> teams;
        private final int threshold;
        private final int[] few;
        private final int[] withheld;
        private int fewOfAll;
        private int withheldOfAll;

        Masks(List<Long> teams, int threshold) {
            this.teams = teams;
            this.threshold = threshold;
            few = new int[teams.size()];
            withheld = new int[teams.size()];
        }

        void put(Metric metric, Result result) {
            fewOfAll |= result.organization() == Verdict.FEW ? metric.bit() : 0;
            for (int team = 0; team < few.length; team++) {
                switch (result.teams()[team]) {
                    case FEW -> few[team] |= metric.bit();
                    case WITHHELD -> withheld[team] |= metric.bit();
                    case SHOWN -> {}
                }
            }
        }

        /** One day of a metric whose days add up. */
        void put(Metric metric, Result result, int day) {
            withheldOfAll |= hides(result.organization(), result.organizationSlots(), day) ? metric.bit() : 0;
            for (int team = 0; team < few.length; team++) {
                withheld[team] |= hides(result.teams()[team], result.slots()[team], day) ? metric.bit() : 0;
            }
        }

        private static boolean hides(Verdict verdict, int slots, int day) {
            return verdict != Verdict.SHOWN || (slots >> day & 1) == 0;
        }

        /** Zero active users of a team without a seat would be a figure about nobody. */
        void hideWithoutSeats(Contributors seats, int[][] profilesOf) {
            for (int team = 0; team < few.length; team++) {
                few[team] |= seats.within(profilesOf[team]) < threshold ? Metric.SEATED.bit() : 0;
            }
        }

        /** For each team the metric of seats, if it may not be shown: then no day of the week is, or the week less the others would be it. */
        int[] seatless() {
            int[] hidden = new int[few.length];
            for (int team = 0; team < few.length; team++) {
                hidden[team] = (few[team] | withheld[team]) & Metric.SEATED.bit();
            }
            return hidden;
        }

        void withhold(int[] metrics) {
            for (int team = 0; team < metrics.length; team++) {
                withheld[team] |= metrics[team];
            }
        }

        PeriodSuppression periods() {
            Map<Long, Suppressed> byTeam = new HashMap<>();
            for (int team = 0; team < few.length; team++) {
                byTeam.put(teams.get(team), new Suppressed(threshold, few[team], withheld[team]));
            }
            return new PeriodSuppression(threshold, new Suppressed(threshold, fewOfAll, withheldOfAll), byTeam);
        }
    }
}
