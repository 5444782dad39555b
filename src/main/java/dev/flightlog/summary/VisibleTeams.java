package dev.flightlog.summary;

import dev.flightlog.policy.IsoWeek;
import jakarta.inject.Singleton;
import java.util.Set;

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
}
