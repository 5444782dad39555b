package dev.flightlog.api;

import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who holds a seat, in the organization and in each team. */
@Singleton
class SeatHolderStore {
    private final Database database;

    SeatHolderStore(Database database) {
        this.database = database;
    }

    /** Ids of people. */
    Set<Long> organization(long org) {
        return new HashSet<>(database.list(
                "select person_id from seat where org_id = ? and ended_at is null",
                row -> row.number("person_id"),
                org));
    }

    /** Ids of people by team; a team without seats is not in it. */
    Map<Long, Set<Long>> teams(long org) {
        Map<Long, Set<Long>> teams = new HashMap<>();
        database.each(
                """
                select team_member.team_id, team_member.person_id
                from team_member
                join seat on seat.org_id = team_member.org_id and seat.person_id = team_member.person_id
                where team_member.org_id = ? and seat.ended_at is null
                """,
                row -> teams.computeIfAbsent(row.number("team_id"), _ -> new HashSet<>())
                        .add(row.number("person_id")),
                _ -> {},
                org);
        return teams;
    }
}
