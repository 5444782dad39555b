package dev.flightlog.session;

import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Access tokens, by the hash of their text. */
@Singleton
class AccessTokenStore {
    private static final String COLUMNS =
            "org_id, token_hash, person_id, login, name, created_at, expires_at, last_used_at, revoked_at";

    private final Database database;

    AccessTokenStore(Database database) {
        this.database = database;
    }

    /** False where the person has that many live tokens already. */
    boolean add(AccessToken token, int max) {
        return database.inTransaction(() -> {
            database.list(
                    "select pg_advisory_xact_lock(hashtextextended('access_token', ?))", _ -> true, token.personId());
            int live = database.one("""
                select count(*) as tokens from access_token
                where person_id = ? and revoked_at is null and expires_at > ?
                """, row -> row.integer("tokens"), token.personId(), token.createdAt());
            return live < max
                    && database.update(
                                    """
                                    insert into access_token
                                        (org_id, token_hash, person_id, login, name, created_at, expires_at)
                                    values (?, ?, ?, ?, ?, ?, ?)
                                    """,
                                    token.organizationId(),
                                    bytes(token.hash()),
                                    token.personId(),
                                    token.login(),
                                    token.name(),
                                    token.createdAt(),
                                    token.expiresAt())
                            == 1;
        });
    }

    @Nullable
    AccessToken find(byte[] hash) {
        return database.first(
                "select " + COLUMNS + " from access_token where token_hash = ?", AccessTokenStore::token, hash);
    }

    /** A person's tokens, newest first, those that ended among them. */
    List<AccessToken> ofPerson(long person) {
        return database.list(
                "select " + COLUMNS + " from access_token where person_id = ? order by created_at desc, token_hash",
                AccessTokenStore::token,
                person);
    }

    void used(AccessToken token, Instant now) {
        database.update(
                "update access_token set last_used_at = ? where org_id = ? and token_hash = ?",
                now,
                token.organizationId(),
                bytes(token.hash()));
    }

    /** True for a token of this person that was not revoked before. */
    boolean revoke(long person, String hash, Instant now) {
        return database.update("""
            update access_token set revoked_at = ?, revoked_for = 'asked'
            where token_hash = ? and person_id = ? and revoked_at is null
            """, now, bytes(hash), person) == 1;
    }

    void revokeAll(long person, Instant now) {
        database.update("""
            update access_token set revoked_at = ?, revoked_for = 'authorization'
            where person_id = ? and revoked_at is null
            """, now, person);
    }

    void left(long org, long person, Instant now) {
        database.update("""
            update access_token set revoked_at = ?, revoked_for = 'left'
            where org_id = ? and person_id = ? and revoked_at is null
            """, now, org, person);
    }

    void forgetEnded(long org, Instant before) {
        database.update("delete from access_token where org_id = ? and least(expires_at, revoked_at) < ?", org, before);
    }

    private static byte[] bytes(String hash) {
        return HexFormat.of().parseHex(hash);
    }

    private static AccessToken token(Row row) throws SQLException {
        return new AccessToken(
                row.number("org_id"),
                HexFormat.of().formatHex(row.bytes("token_hash")),
                row.number("person_id"),
                row.text("login"),
                row.text("name"),
                row.instant("created_at"),
                row.instant("expires_at"),
                row.instantOrNull("last_used_at"),
                row.instantOrNull("revoked_at"));
    }
}
