package dev.flightlog.webhook;

import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far GitHub's log of deliveries was compared, and what was asked for again. */
@Singleton
class SweepStore {
    /** There is one app, and so one log. */
    private static final String APP = "app";

    private final Database database;

    SweepStore(Database database) {
        this.database = database;
    }

    @Nullable
    Instant highWater() {
        return database.first(
                "select high_water from delivery_sweep where app_id = ?", row -> row.instant("high_water"), APP);
    }

    void swept(Instant highWater, Instant at) {
        database.update("""
            insert into delivery_sweep (app_id, high_water, swept_at) values (?, ?, ?)
            on conflict (app_id) do update set high_water = excluded.high_water, swept_at = excluded.swept_at
            """, APP, highWater, at);
        database.update("delete from redelivery where requested_at < ?", at.minus(java.time.Duration.ofDays(4)));
    }

    /** True when it was asked for fewer than so many times, and not since a moment. */
    boolean mayAsk(UUID guid, int max, Instant since) {
        return !database.exists(
                "select 1 from redelivery where guid = ? and (requests >= ? or requested_at > ?)", guid, max, since);
    }

    int requests(UUID guid) {
        Integer requests =
                database.first("select requests from redelivery where guid = ?", row -> row.integer("requests"), guid);
        return requests == null ? 0 : requests;
    }

    void asked(UUID guid, Instant at) {
        database.update("""
            insert into redelivery as known (guid, requested_at, requests) values (?, ?, 1)
            on conflict (guid) do update set requested_at = excluded.requested_at, requests = known.requests + 1
            """, guid, at);
    }
}
