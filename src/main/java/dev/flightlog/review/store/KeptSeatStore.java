package dev.flightlog.review.store;

import dev.flightlog.database.Database;
import dev.flightlog.review.LeftAlone;
import dev.flightlog.review.ReviewDecisions;
import dev.flightlog.review.Who;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Seats that reviews leave alone, because somebody keeps them or GitHub refused, and what people said of seats that GitHub
 * was asked to take already.
 */
@Singleton
public class KeptSeatStore {
    private final Database database;

    KeptSeatStore(Database database) {
        this.database = database;
    }

    /** Seats that a review which starts now leaves alone. */
    public LeftAlone leftAlone(long org) {
        return new LeftAlone(
                byPerson("select person_id, kept_until as at from seat_kept where org_id = ?", org),
                byPerson("""
                    select person_id, max(refused_at) as at from seat_review_item
                    where org_id = ? and refused_at is not null
                    group by person_id
                    """, org));
    }

    private Map<Long, Instant> byPerson(String query, long org) {
        Map<Long, Instant> times = new HashMap<>();
        database.each(
                query,
                row -> Map.entry(row.number("person_id"), row.instant("at")),
                each -> times.put(each.getKey(), each.getValue()),
                org);
        return times;
    }

    /** Remembers that GitHub refused to take this one seat back. */
    public void refused(long org, int number, long person, Instant now) {
        database.update(
                "update seat_review_item set refused_at = ? where org_id = ? and number = ? and person_id = ?",
                now,
                org,
                number,
                person);
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
