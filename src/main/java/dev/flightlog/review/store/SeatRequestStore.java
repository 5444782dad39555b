package dev.flightlog.review.store;

import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import dev.flightlog.review.RequestChoice;
import dev.flightlog.review.SeatRequest;
import dev.flightlog.review.Who;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests for seats; a person has one open request at most. */
@Singleton
public class SeatRequestStore {
    private static final String OPEN = "state in ('open', 'granting')";

    private final Database database;
    private final SeatWriteStore writes;

    SeatRequestStore(Database database, SeatWriteStore writes) {
        this.database = database;
        this.writes = writes;
    }

    /** A new request; nothing where the person has an open one. */
    public Optional<Integer> ask(long org, Who person, @Nullable String reason, Instant now) {
        return Optional.ofNullable(database.first(
                """
                insert into seat_request (org_id, number, person_id, login, reason, asked_at, state)
                select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, 'open' from seat_request where org_id = ?
                on conflict do nothing
                returning number
                """, row -> row.integer("number"), org, person.personId(), person.login(), reason, now, org));
    }

    /** Those that wait for an answer, oldest first. */
    public List<SeatRequest> open(long org) {
        return database.list(
                "select * from seat_request where org_id = ? and " + OPEN + " order by number",
                SeatRequestStore::request,
                org);
    }

    public int countOpen(long org) {
        return database.one(
                "select count(*) as requests from seat_request where org_id = ? and " + OPEN,
                row -> row.integer("requests"),
                org);
    }

    /** A person's request that was made last, open or not. */
    public Optional<SeatRequest> latestOf(long org, long person) {
        return Optional.ofNullable(database.first(
                "select * from seat_request where org_id = ? and person_id = ? order by number desc limit 1",
                SeatRequestStore::request,
                org,
                person));
    }

    /** The request that is meant, open or not. */
    public Optional<SeatRequest> find(long org, RequestChoice choice) {
        return Optional.ofNullable(
                switch (choice) {
                    case RequestChoice.OfPerson(String login) ->
                        database.first("""
                            select * from seat_request where org_id = ? and lower(login) = lower(?)
                            order by number desc limit 1
                            """, SeatRequestStore::request, org, login);
                    case RequestChoice.Numbered(int number) ->
                        database.first(
                                "select * from seat_request where org_id = ? and number = ?",
                                SeatRequestStore::request,
                                org,
                                number);
                });
    }

    /** True if it was open. */
    public boolean decline(long org, int number, Who by, @Nullable String reason, Instant now) {
        return database.update("""
            update seat_request
            set state = 'declined', answered_at = ?, answered_by_id = ?, answered_by_login = ?, answer = ?
            where org_id = ? and number = ? and state = 'open'
            """, now, by.personId(), by.login(), reason, org, number) == 1;
    }

    /** Claims it for one request to GitHub. True if it was open. */
    public boolean claim(long org, int number, Who by, UUID write, Instant now) {
        return database.inTransaction(() -> {
            boolean claimed = database.update("""
                update seat_request
                set state = 'granting', write_id = ?, answered_by_id = ?, answered_by_login = ?
                where org_id = ? and number = ? and state = 'open'
                """, write, by.personId(), by.login(), org, number) == 1;
            if (claimed) {
                writes.insert(org, write, "assign", 1, now);
            }
            return claimed;
        });
    }

    /** The claimed request took place. True if that is news. */
    public boolean granted(long org, int number, UUID write, Instant now) {
        return database.update("""
            update seat_request set state = 'granted', write_id = null, answered_at = ?
            where org_id = ? and number = ? and write_id = ?
            """, now, org, number, write) == 1;
    }

    /** The claimed request did not take place: it waits for an answer again. */
    public void openAgain(long org, int number, UUID write) {
        database.update("""
            update seat_request
            set state = 'open', write_id = null, answered_by_id = null, answered_by_login = null
            where org_id = ? and number = ? and write_id = ?
            """, org, number, write);
    }

    /** The person has a seat in another way, or left. True if it was open. */
    public boolean overtake(long org, int number, Instant now) {
        return database.update("""
            update seat_request set state = 'overtaken', answered_at = ?
            where org_id = ? and number = ? and state = 'open'
            """, now, org, number) == 1;
    }

    private static SeatRequest request(Row row) throws SQLException {
        return new SeatRequest(
                row.integer("number"),
                new Who(row.number("person_id"), row.text("login")),
                Optional.ofNullable(row.textOrNull("reason")),
                row.instant("asked_at"),
                state(row));
    }

    private static SeatRequest.State state(Row row) throws SQLException {
        String state = row.text("state");
        return switch (state) {
            case "open" -> new SeatRequest.State.Open();
            case "granting" -> new SeatRequest.State.Granting(row.uuid("write_id"), by(row));
            case "granted" -> new SeatRequest.State.Granted(by(row), row.instant("answered_at"));
            case "declined" ->
                new SeatRequest.State.Declined(
                        by(row), row.instant("answered_at"), Optional.ofNullable(row.textOrNull("answer")));
            case "overtaken" -> new SeatRequest.State.Overtaken(row.instant("answered_at"));
            default -> throw new IllegalStateException("state of a request must be known, but is " + state);
        };
    }

    private static Who by(Row row) throws SQLException {
        return SeatTrailStore.who(row, "answered_by_id", "answered_by_login").orElseThrow();
    }
}
