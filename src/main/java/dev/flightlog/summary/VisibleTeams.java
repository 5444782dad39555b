package dev.flightlog.summary;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.summary.count.TeamStore;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Which teams of an organization may be shown: what every command and the API asks before it tells a number. */
@Singleton
public class VisibleTeams {
    private final TeamStore store;

    VisibleTeams(TeamStore store) {
        this.store = store;
    }

    /**
     * By who is in the teams and holds a seat now.
     *
     * @param least the policy's {@code privacy.min_team_size}
     */
    public TeamVisibility now(long org, int least) {
        return now(org).apply(least);
    }

    /** As {@link #now(long, int)} for whatever least sizes are asked about, all by the same people. */
    public IntFunction<TeamVisibility> now(long org) {
        Set<Long> seatHolders = store.seatHolders(org);
        List<TeamVisibility.Team> teams = store.now(org);
        return least -> TeamVisibility.decide(seatHolders, teams, least);
    }

    /** By who is in the teams now, and who was in that week. */
    public TeamVisibility in(long org, IsoWeek week, int least) {
        Set<Long> seatHolders = store.seatHolders(org);
        return TeamVisibility.decide(seatHolders, store.now(org), least)
                .and(TeamVisibility.decide(seatHolders, store.in(org, week), least));
    }

    /** As {@link #in(long, IsoWeek, int)}, for several weeks at once; what holds now is decided only once. */
    public Map<IsoWeek, TeamVisibility> in(long org, Collection<IsoWeek> weeks, int least) {
        Set<Long> seatHolders = store.seatHolders(org);
        TeamVisibility now = TeamVisibility.decide(seatHolders, store.now(org), least);
        return weeks.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        week -> now.and(TeamVisibility.decide(seatHolders, store.in(org, week), least))));
    }

    /**
     * By who was in the teams on each day and held a seat then; a day of which the teams are not known is left out. What a
     * day shows on its own: whoever tells it also asks {@link #now(long, int)} and {@link #in(long, IsoWeek, int)}.
     */
    public Map<LocalDate, TeamVisibility> on(long org, LocalDate first, LocalDate last, int least) {
        Set<Long> seatHolders = store.seatHolders(org);
        Map<String, TeamVisibility> decided = new HashMap<>();
        Map<LocalDate, TeamVisibility> days = new HashMap<>();
        store.likeness(org, first, last)
                .forEach((day, likeness) -> days.put(
                        day,
                        decided.computeIfAbsent(
                                likeness, _ -> TeamVisibility.decide(seatHolders, store.on(org, day), least))));
        return days;
    }
}
