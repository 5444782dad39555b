package dev.flightlog.review.store;

import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import dev.flightlog.review.TrailEntry;
import dev.flightlog.review.TrailEntry.Action;
import dev.flightlog.review.Who;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The audit trail of seat reviews and requests. */
@Singleton
public class SeatTrailStore {
    private static final String COLUMNS = "at, action, by_id, by_login, review, person_id, login, detail";

    private final Database database;

    SeatTrailStore(Database database) {
        this.database = database;
    }

    /** Records a step in the transaction of its effect, so that neither exists alone. */
    public void add(long org, TrailEntry entry) {
        add(org, entry, null);
    }

    /** @param origin the comment or click behind it, by which {@link #did} knows it again */
    public void add(long org, TrailEntry entry, @Nullable String origin) {
        database.update(
                """
                insert into seat_trail (org_id, at, action, by_id, by_login, review, person_id, login, detail, origin)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                org,
                entry.at(),
                entry.action().key(),
                entry.by().map(Who::personId).orElse(null),
                entry.by().map(Who::login).orElse(null),
                entry.review().orElse(null),
                entry.subject().map(Who::personId).orElse(null),
                entry.subject().map(Who::login).orElse(null),
                entry.detail(),
                origin);
    }

    /** True where this comment or click has done that already: a job was run again. */
    public boolean did(long org, String origin, Action action) {
        return database.exists(
                "select 1 from seat_trail where org_id = ? and origin = ? and action = ?", org, origin, action.key());
    }

    /** True where a review has such a step. */
    public boolean has(long org, int review, Action action) {
        return database.exists(
                "select 1 from seat_trail where org_id = ? and review = ? and action = ?", org, review, action.key());
    }

    /** Whose seats this comment or click was about when it did that. */
    public List<TrailEntry> by(long org, String origin, Action action) {
        return database.list(
                "select " + COLUMNS + " from seat_trail where org_id = ? and origin = ? and action = ? order by step",
                SeatTrailStore::entry,
                org,
                origin,
                action.key());
    }

    /**
     * Seats that somebody wants given back, by the last wish about each, where nothing says yet what came of it.
     *
     * @param subject whose seat
     * @param by who asked
     * @param origin the comment or click
     */
    public record UndoAsked(int review, Who subject, Who by, String origin) {}

    /** In the order in which they were asked for. */
    public List<UndoAsked> undosToDo(long org) {
        return database.list(
                """
                select review, person_id, login, by_id, by_login, origin
                from (select distinct on (review, person_id) *
                      from seat_trail
                      where org_id = ? and review is not null and person_id is not null
                        and action in ('undo_asked', 'undone', 'not_undone')
                      order by review, person_id, step desc) as last
                where action = 'undo_asked' and by_id is not null and origin is not null
                order by step
                """,
                row -> new UndoAsked(
                        row.integer("review"),
                        who(row, "person_id", "login").orElseThrow(),
                        who(row, "by_id", "by_login").orElseThrow(),
                        row.text("origin")),
                org);
    }

    /** Newest first; of one person, as doer or as holder, with a login. */
    public List<TrailEntry> latest(long org, @Nullable String login, int limit) {
        return database.list("select " + COLUMNS + """
             from seat_trail
            where org_id = ? and (?::text is null or lower(login) = lower(?) or lower(by_login) = lower(?))
            order by step desc limit ?
            """, SeatTrailStore::entry, org, login, login, login, limit);
    }

    /** How many steps there are; of one person, as doer or as holder, with a login. */
    public int count(long org, @Nullable String login) {
        return database.one("""
            select count(*) as steps from seat_trail
            where org_id = ? and (?::text is null or lower(login) = lower(?) or lower(by_login) = lower(?))
            """, row -> row.integer("steps"), org, login, login, login);
    }

    /** Every step of one review, oldest first. */
    public List<TrailEntry> ofReview(long org, int review) {
        return database.list(
                "select " + COLUMNS + " from seat_trail where org_id = ? and review = ? order by step",
                SeatTrailStore::entry,
                org,
                review);
    }

    private static TrailEntry entry(Row row) throws SQLException {
        return new TrailEntry(
                row.instant("at"),
                Action.of(row.text("action")),
                who(row, "by_id", "by_login"),
                Optional.ofNullable(row.integerOrNull("review")),
                who(row, "person_id", "login"),
                row.text("detail"));
    }

    static Optional<Who> who(Row row, String id, String login) throws SQLException {
        Long person = row.numberOrNull(id);
        String name = row.textOrNull(login);
        return person == null || name == null ? Optional.empty() : Optional.of(new Who(person, name));
    }
}
