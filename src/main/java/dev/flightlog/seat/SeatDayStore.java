package dev.flightlog.seat;

import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Daily totals of seats. */
@Singleton
public class SeatDayStore {
    private final Database database;

    SeatDayStore(Database database) {
        this.database = database;
    }

    /** The last day there is, up to and with the given one; null before the first listing. */
    public @Nullable SeatDay latest(long organizationId, LocalDate until) {
        return database.first(
                "select * from seat_day where org_id = ? and day <= ? order by day desc limit 1",
                SeatDayStore::day,
                organizationId,
                until);
    }

    /** The first day there is; null before the first listing. */
    public @Nullable LocalDate first(long organizationId) {
        return database.first(
                "select day from seat_day where org_id = ? order by day limit 1",
                row -> row.date("day"),
                organizationId);
    }

    /** The days there are, both ends included, oldest first. */
    public List<SeatDay> between(long organizationId, LocalDate first, LocalDate last) {
        return database.list(
                "select * from seat_day where org_id = ? and day between ? and ? order by day",
                SeatDayStore::day,
                organizationId,
                first,
                last);
    }

    /**
     * Seats given and ended from one moment to before another; null where they were not read before, so that nobody knows
     * all of them.
     */
    public @Nullable SeatMoves moves(long organizationId, Instant from, Instant until) {
        return database.first(
                """
                select count(*) filter (where change = 'granted') as given
                     , count(*) filter (where change = 'revoked') as ended
                from seat_change
                where org_id = ? and changed_at >= ? and changed_at < ?
                having exists (select 1 from seat where org_id = ? and first_seen_at <= ?)
                """,
                row -> new SeatMoves(row.integer("given"), row.integer("ended")),
                organizationId,
                from,
                until,
                organizationId,
                from);
    }

    private static SeatDay day(Row row) throws SQLException {
        return new SeatDay(
                row.date("day"),
                row.integer("seats"),
                row.integer("business_seats"),
                row.integer("enterprise_seats"),
                row.integer("direct_seats"),
                row.integer("unreadable_seats"),
                row.textOrNull("plan_type"),
                row.integerOrNull("breakdown_total"),
                row.integerOrNull("added_this_cycle"),
                row.integerOrNull("pending_cancellation"),
                row.integerOrNull("pending_invitation"),
                row.integerOrNull("active_this_cycle"),
                row.integerOrNull("inactive_this_cycle"),
                row.text("settings"));
    }
}
