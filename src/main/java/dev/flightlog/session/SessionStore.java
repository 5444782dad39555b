package dev.flightlog.session;

import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sessions, by the hash of their id. */
@Singleton
class SessionStore {
    private static final String COLUMNS = "session_hash, user_id, login, started_at, seen_at, expires_at, user_agent";

    private final Database database;

    SessionStore(Database database) {
        this.database = database;
    }

    /** Starts a session; of more than {@code max} the person's oldest end. */
    void start(Session session, Collection<Long> organizations, int max) {
        database.transact(() -> {
            database.update(
                    "insert into session (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?)",
                    session.hash().bytes(),
                    session.personId(),
                    session.login(),
                    session.startedAt(),
                    session.seenAt(),
                    session.expiresAt(),
                    session.userAgent());
            database.update("""
                insert into session_organization (org_id, session_hash, person_id)
                select distinct org_id, ?::bytea, ?::bigint from unnest(?::bigint[]) as confirmed (org_id)
                """, session.hash().bytes(), session.personId(), organizations);
            database.update("""
                delete from session where session_hash in
                    (select session_hash from session where user_id = ? order by started_at desc, session_hash offset ?)
                """, session.personId(), max);
        });
    }

    /** A session that is not over. */
    @Nullable
    Session find(SessionHash hash, Instant now) {
        return database.first(
                "select " + COLUMNS + " from session where session_hash = ? and expires_at > ?",
                SessionStore::session,
                hash.bytes(),
                now);
    }

    void seen(SessionHash hash, Instant now) {
        database.update(
                "update session set seen_at = ? where session_hash = ? and seen_at < ?", now, hash.bytes(), now);
    }

    /** Organizations whose members GitHub counted the person among at sign-in. */
    Set<Long> organizations(SessionHash hash) {
        return Set.copyOf(database.list(
                "select org_id from session_organization where session_hash = ?",
                row -> row.number("org_id"),
                hash.bytes()));
    }

    /** A person's sessions that are not over, newest first. */
    List<Session> ofPerson(long person, Instant now) {
        return database.list(
                "select " + COLUMNS + " from session where user_id = ? and expires_at > ? order by started_at desc",
                SessionStore::session,
                person,
                now);
    }

    void end(long person, SessionHash hash) {
        database.update("delete from session where user_id = ? and session_hash = ?", person, hash.bytes());
    }

    void endAll(long person) {
        database.update("delete from session where user_id = ?", person);
    }

    /** Takes an organization out of a person's sessions; sessions that open nothing any more end. */
    void leave(long org, long person) {
        database.transact(() -> {
            database.update("delete from session_organization where org_id = ? and person_id = ?", org, person);
            database.update("""
                delete from session where user_id = ? and not exists
                    (select 1 from session_organization confirmed where confirmed.session_hash = session.session_hash)
                """, person);
        });
    }

    void forgetEnded(Instant now) {
        database.update("delete from session where expires_at <= ?", now);
    }

    private static Session session(Row row) throws SQLException {
        return new Session(
                SessionHash.of(row.bytes("session_hash")),
                row.number("user_id"),
                row.text("login"),
                row.instant("started_at"),
                row.instant("seen_at"),
                row.instant("expires_at"),
                row.text("user_agent"));
    }
}
