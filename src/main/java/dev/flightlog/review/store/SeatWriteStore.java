package dev.flightlog.review.store;

import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import dev.flightlog.review.SeatWrite;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Requests that change seats at GitHub, noted before they are sent. */
@Singleton
public class SeatWriteStore {
    private final Database database;

    SeatWriteStore(Database database) {
        this.database = database;
    }

    void insert(long org, UUID id, String kind, int sent, Instant now) {
        database.update(
                "insert into seat_write (org_id, write_id, kind, claimed_at, sent) values (?, ?, ?, ?, ?)",
                org,
                id,
                kind,
                now,
                sent);
    }

    /** The request is about to be sent, for so many of those it was noted for. */
    public void sending(long org, UUID id, int sent, Instant now) {
        database.update(
                "update seat_write set claimed_at = ?, sent = ? where org_id = ? and write_id = ?", now, sent, org, id);
    }

    /** GitHub answered: it says that it changed so many seats. */
    public void answered(long org, UUID id, int seats, Instant now) {
        database.update(
                "update seat_write set answered_at = ?, seats = ? where org_id = ? and write_id = ?",
                now,
                seats,
                org,
                id);
    }

    /** When the last request was claimed or answered, whichever came later. */
    public Optional<Instant> latest(long org) {
        return database.list(
                        "select max(coalesce(answered_at, claimed_at)) as latest from seat_write where org_id = ?",
                        row -> Optional.ofNullable(row.instantOrNull("latest")),
                        org)
                .getFirst();
    }

    /** By their ids. */
    public Map<UUID, SeatWrite> find(long org, Collection<UUID> ids) {
        return database.list("""
            select write_id, claimed_at, sent, answered_at, seats from seat_write
            where org_id = ? and write_id = any(?::uuid[])
            """, SeatWriteStore::write, org, ids).stream()
                .collect(Collectors.toMap(SeatWrite::id, Function.identity()));
    }

    private static SeatWrite write(Row row) throws SQLException {
        Instant answeredAt = row.instantOrNull("answered_at");
        return new SeatWrite(
                row.uuid("write_id"),
                row.instant("claimed_at"),
                row.integer("sent"),
                answeredAt == null
                        ? Optional.empty()
                        : Optional.of(new SeatWrite.Answer(answeredAt, row.integer("seats"))));
    }
}
