package dev.flightlog.cost;

import dev.flightlog.database.Database;
import dev.flightlog.seat.SeatOverview;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Keeps what was decided last about idle seats and their money, for gauges and analysts. */
@Singleton
public class CostSnapshotStore {
    private final Database database;

    CostSnapshotStore(Database database) {
        this.database = database;
    }

    /** Replaces what was kept; changes nothing where seats are not known. */
    public void save(long organizationId, CostOfMonth cost, Instant now) {
        cost.seats().ifPresent(seats -> save(organizationId, seats, IdleSaving.of(seats, cost.poolUse()), now));
    }

    private void save(long organizationId, SeatOverview seats, IdleSaving saving, Instant now) {
        database.update(
                """
                insert into cost_snapshot
                    (org_id, decided_at, seats, seats_usd, idle_seats, idle_usd
                   , saves_usd, saves_with_team_changes_usd, saving_condition)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (org_id) do update
                set decided_at = excluded.decided_at, seats = excluded.seats, seats_usd = excluded.seats_usd
                  , idle_seats = excluded.idle_seats, idle_usd = excluded.idle_usd
                  , saves_usd = excluded.saves_usd
                  , saves_with_team_changes_usd = excluded.saves_with_team_changes_usd
                  , saving_condition = excluded.saving_condition
                """,
                organizationId,
                now,
                seats.seats(),
                seats.cost().whole().orElse(null),
                seats.idleSeats(),
                seats.idleCost().whole().orElse(null),
                saving.direct().knownUsd().orElse(null),
                saving.all().knownUsd().orElse(null),
                saving.main().condition().key());
    }
}
