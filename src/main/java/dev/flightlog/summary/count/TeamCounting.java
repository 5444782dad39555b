package dev.flightlog.summary.count;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.privacy.PeriodSuppression;
import dev.flightlog.privacy.VisibleTeams;
import dev.flightlog.summary.TeamFigures;
import dev.flightlog.summary.TeamFigures.Team;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Numbers of the teams that may be shown in a week's summary. */
@Singleton
class TeamCounting {
    private final TeamStore store;
    private final VisibleTeams visible;

    TeamCounting(TeamStore store, VisibleTeams visible) {
        this.store = store;
        this.visible = visible;
    }

    /** Seats of each team now, by its id. */
    Map<Long, Integer> seatsNow(long org) {
        return store.seatsNow(org);
    }

    /** Seats of each team at the end of a week, by its id; nothing where they were not known then. */
    Map<Long, Integer> seatsAtEndOf(long org, IsoWeek week) {
        return store.seatsAtEndOf(org, week);
    }

    /**
     * Counts.
     *
     * @param seats of each team, by its id, as of the time that the summary speaks of
     * @param posted the teams of the week's post, or null: one that was hidden in it stays hidden, because GitHub keeps what a
     *     post said before it was edited
     */
    TeamFigures count(long org, IsoWeek week, int min, Map<Long, Integer> seats, @Nullable TeamFigures posted) {
        Map<IsoWeek, PeriodSuppression> both = visible.in(org, List.of(week.previous(), week), min);
        PeriodSuppression now = both.getOrDefault(week, PeriodSuppression.nothingKnown(min));
        Set<Long> hidden = new TreeSet<>(now.hiddenTeams());
        if (posted != null) {
            hidden.addAll(posted.hiddenTeams());
        }
        PeriodSuppression before = both.getOrDefault(week.previous(), PeriodSuppression.nothingKnown(min));
        List<Team> shown = store.numbers(org, week).stream()
                .filter(team -> !hidden.contains(team.id()) && now.shows(team.id()))
                .map(team ->
                        team.team().withSeats(seats.get(team.id())).showing(now.of(team.id()), before.of(team.id())))
                .toList();
        return new TeamFigures(shown, List.copyOf(hidden));
    }
}
