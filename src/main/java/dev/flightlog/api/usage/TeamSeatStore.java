package dev.flightlog.api.usage;

import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** How many people in each team hold a seat. */
@Singleton
class TeamSeatStore {
    private final Database database;

    TeamSeatStore(Database database) {
        this.database = database;
    }

    /** By the team's id; a team without seats is not in it. */
    Map<Long, Integer> byTeam(long org) {
        Map<Long, Integer> seats = new HashMap<>();
        database.each(
                """
                select team_id, count(*) as seats
                from team_member
                join seat using (org_id, person_id)
                where org_id = ? and seat.ended_at is null
                group by team_id
                """,
                row -> Map.entry(row.number("team_id"), row.integer("seats")),
                entry -> seats.put(entry.getKey(), entry.getValue()),
                org);
        return seats;
    }
}
