package dev.flightlog.summary.count;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.summary.TeamFigures;
import dev.flightlog.summary.TeamFigures.Team;
import dev.flightlog.summary.VisibleTeams;
import jakarta.inject.Singleton;
import java.util.List;
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

    /**
     * Counts.
     *
     * @param posted the teams of the week's post, or null: one that was hidden in it stays hidden, because GitHub keeps what a
     *     post said before it was edited
     */
    TeamFigures count(long org, IsoWeek week, int least, @Nullable TeamFigures posted) {
        Set<Long> hidden = new TreeSet<>(visible.in(org, week, least).hiddenTeams());
        if (posted != null) {
            hidden.addAll(posted.hiddenTeams());
        }
        Set<Long> hiddenBefore = visible.in(org, week.previous(), least).hiddenTeams();
        List<Team> shown = store.numbers(org, week).stream()
                .filter(team -> !hidden.contains(team.id()))
                .map(team -> hiddenBefore.contains(team.id()) ? team.team().withoutPast() : team.team())
                .toList();
        return new TeamFigures(shown, List.copyOf(hidden));
    }
}
