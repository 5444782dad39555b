package dev.flightlog.seat;

import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/** Counts seats that were given and that ended, from one listing to the next. */
@Singleton
public class SeatMovesStore {
    private final Database database;

    SeatMovesStore(Database database) {
        this.database = database;
    }

    /** Days on which something changed, both ends included, oldest first. The first listing gives no seat: it finds them. */
    public List<SeatMovesOfDay> between(long org, LocalDate first, LocalDate last) {
        return database.list(
                """
                select (changed_at at time zone 'utc')::date as day
                     , count(*) filter (where change = 'granted')::int as given
                     , count(*) filter (where change = 'revoked')::int as ended
                from seat_change
                where org_id = ? and change in ('granted', 'revoked')
                  and changed_at >= ?::date::timestamp at time zone 'utc'
                  and changed_at < (?::date + 1)::timestamp at time zone 'utc'
                  and changed_at > (select min(changed_at) from seat_change where org_id = ?)
                group by 1
                order by 1
                """,
                row -> new SeatMovesOfDay(row.date("day"), row.integer("given"), row.integer("ended")),
                org,
                first,
                last,
                org);
    }
}
