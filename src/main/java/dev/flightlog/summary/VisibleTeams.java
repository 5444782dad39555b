package dev.flightlog.summary;

import dev.flightlog.policy.IsoWeek;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
        return TeamVisibility.decide(store.seatHolders(org), store.now(org), least);
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
}
