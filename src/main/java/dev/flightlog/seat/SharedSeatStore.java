package dev.flightlog.seat;

import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Seats over several organizations; people are known by GitHub's id, which is the same everywhere. */
@Singleton
public class SharedSeatStore {
    private final Database database;

    SharedSeatStore(Database database) {
        this.database = database;
    }

    /** How many distinct people hold a seat in any of them. */
    public int people(Collection<Long> organizations) {
        return database.one(
                "select count(distinct person_id)::int as people from seat where org_id = any(?::bigint[]) and"
                        + " ended_at is null",
                row -> row.integer("people"),
                organizations);
    }

    /** Who holds a seat in more than one of them, by login. */
    public List<SharedSeat> shared(Collection<Long> organizations) {
        return database.list(
                """
                select person_id, max(login) as login, string_agg(org_id::text, ' ' order by org_id) as organizations
                from seat
                where org_id = any(?::bigint[]) and ended_at is null
                group by person_id
                having count(*) > 1
                order by lower(max(login))
                """,
                row -> new SharedSeat(
                        row.number("person_id"),
                        row.text("login"),
                        Arrays.stream(row.text("organizations").split(" "))
                                .map(Long::valueOf)
                                .toList()),
                organizations);
    }
}
