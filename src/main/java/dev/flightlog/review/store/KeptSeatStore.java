package dev.flightlog.review.store;

import dev.flightlog.database.Database;
import dev.flightlog.review.ReviewDecisions;
import dev.flightlog.review.Who;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seats that reviews leave alone for a while, and what people said of seats that GitHub was asked to take already. */
@Singleton
public class KeptSeatStore {
    private final Database database;

    KeptSeatStore(Database database) {
        this.database = database;
    }

    /** Until when seats that were kept are left alone, by person. */
    public Map<Long, Instant> keptUntil(long org) {
        Map<Long, Instant> kept = new HashMap<>();
        database.each(
                "select person_id, kept_until from seat_kept where org_id = ?",
                row -> Map.entry(row.number("person_id"), row.instant("kept_until")),
                each -> kept.put(each.getKey(), each.getValue()),
                org);
        return kept;
    }

    void leaveAlone(long org, long person, Instant now) {
        database.update("""
            insert into seat_kept as known (org_id, person_id, kept_until) values (?, ?, ?)
            on conflict (org_id, person_id) do update
            set kept_until = greatest(known.kept_until, excluded.kept_until)
            """, org, person, now.plus(ReviewDecisions.KEPT_FOR));
    }

    /**
     * Remembers that somebody keeps a seat which this request claims: whoever finds out that it was not taken applies it.
     * True if the request still claimed it and nobody had said so.
     */
    public boolean keepIfNotTaken(
            long org, int number, long person, UUID write, Who by, @Nullable String reason, Instant now) {
        return database.update("""
            update seat_review_item
            set detail = ?, changed_at = ?, changed_by_id = ?, changed_by_login = ?
            where org_id = ? and number = ? and person_id = ? and write_id = ? and state = 'removing'
              and changed_by_id is null
            """, reason, now, by.personId(), by.login(), org, number, person, write) == 1;
    }
}
