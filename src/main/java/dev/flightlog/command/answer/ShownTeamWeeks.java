package dev.flightlog.command.answer;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.privacy.PeriodSuppression;
import dev.flightlog.privacy.Suppressed;
import dev.flightlog.usage.TeamWeek;
import java.util.List;
import java.util.Map;

/** Leaves out the weeks of which a team shows nothing, and the figures of the others that may not be shown. Pure. */
public final class ShownTeamWeeks {
    private ShownTeamWeeks() {}

    public static List<ShownTeamWeek> of(List<TeamWeek> weeks, Map<IsoWeek, PeriodSuppression> shown) {
        return weeks.stream()
                .filter(week -> !of(week, shown).hidden())
                .map(week -> ShownTeamWeek.of(week, of(week, shown)))
                .toList();
    }

    /** As {@link #of}, of one team. */
    static List<ShownTeamWeek> ofTeam(List<TeamWeek> weeks, Map<IsoWeek, Suppressed> shown) {
        return weeks.stream()
                .filter(week -> shown.get(week.week()) instanceof Suppressed known && !known.hidden())
                .map(week -> ShownTeamWeek.of(week, shown.getOrDefault(week.week(), Suppressed.everything(0))))
                .toList();
    }

    private static Suppressed of(TeamWeek week, Map<IsoWeek, PeriodSuppression> shown) {
        PeriodSuppression period = shown.get(week.week());
        return (period == null ? PeriodSuppression.nothingKnown(0) : period).of(week.team());
    }
}
