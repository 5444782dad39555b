package dev.flightlog.command.refresh;

import dev.flightlog.command.answer.SeatPages;
import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.time.Instant;

/** How far the reading of seats is. */
@Singleton
class RefreshStore {
    private final Database database;

    RefreshStore(Database database) {
        this.database = database;
    }

    /** Pages that are here of a listing begun at this moment or later. */
    SeatPages pages(long org, Instant since) {
        return database.one(
                """
                select (select count(*) from seat_listing where org_id = ? and read_at >= ?) as listed
                     , (select count(*) from seat where org_id = ? and ended_at is null) as known
                """, row -> SeatPages.ofSeats(row.integer("listed"), row.integer("known")), org, since, org);
    }
}
