package dev.flightlog.digest;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which week's digest was sent, and what became of it. */
@Singleton
class DigestStore {
    private final Database database;

    DigestStore(Database database) {
        this.database = database;
    }

    /** The newest week of which a digest was tried. */
    @Nullable
    SentDigest latest(long org) {
        return database.first(
                "select * from digest where org_id = ? order by week desc limit 1", DigestStore::digest, org);
    }

    @Nullable
    SentDigest find(long org, IsoWeek week) {
        return database.first(
                "select * from digest where org_id = ? and week = ?", DigestStore::digest, org, week.monday());
    }

    /**
     * Takes the right to send it: for the first time, when its waiting is over, or to a new address after a refusal.
     *
     * @return false if it is not to be sent, or somebody else has the right
     */
    boolean claim(long org, IsoWeek week, DigestAddress address, Instant now) {
        return database.update("""
            insert into digest as known (org_id, week, state, attempts, chat, address, claimed_at)
            values (?, ?, 'sending', 1, ?, ?, ?)
            on conflict (org_id, week) do update
            set state = 'sending', attempts = known.attempts + 1, chat = excluded.chat
              , address = excluded.address, claimed_at = excluded.claimed_at, not_before = null
              , detail = null
            where known.state = 'waiting' and known.not_before <= excluded.claimed_at
               or known.state = 'refused' and known.address <> excluded.address
            """, org, week.monday(), word(address.kind()), address.fingerprint(), now) == 1;
    }

    /** Notes what became of it; {@code notBefore} when it waits, else null. */
    void settle(long org, IsoWeek week, SentDigest.State state, @Nullable Instant notBefore, @Nullable String detail) {
        database.update(
                "update digest set state = ?, not_before = ?, detail = ? where org_id = ? and week = ?",
                word(state),
                notBefore,
                detail,
                org,
                week.monday());
    }

    /** A process that ended while it sent leaves no answer: whether the digest arrived will never be known. */
    void abandon(long org, Instant claimedBefore, String detail) {
        database.update("""
            update digest set state = 'unknown', detail = ?
            where org_id = ? and state = 'sending' and claimed_at < ?
            """, detail, org, claimedBefore);
    }

    /** What waits although a newer week is due is not sent any more. */
    void overtake(long org, IsoWeek due) {
        database.update("""
            update digest set state = 'overtaken', not_before = null
            where org_id = ? and state = 'waiting' and week < ?
            """, org, due.monday());
    }

    private static SentDigest digest(Row row) throws SQLException {
        String detail = row.textOrNull("detail");
        return new SentDigest(
                IsoWeek.of(row.date("week")),
                SentDigest.State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
                row.integer("attempts"),
                ChatKind.valueOf(row.text("chat").toUpperCase(Locale.ROOT)),
                row.text("address"),
                row.instant("claimed_at"),
                row.instantOrNull("not_before"),
                detail == null ? "" : detail);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
