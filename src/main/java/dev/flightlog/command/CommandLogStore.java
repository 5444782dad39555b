package dev.flightlog.command;

import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import dev.flightlog.governance.Role;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who asked what, and what was done; counts the limit for each person. */
@Singleton
public class CommandLogStore {
    public static final int MAX_COMMANDS = 20;
    public static final Duration WINDOW = Duration.ofMinutes(10);

    private final Database database;

    CommandLogStore(Database database) {
        this.database = database;
    }

    /** Writes the command down, once, unless the person has asked too often; right with any number of replicas. */
    Admission admit(CommandRequest asked, String command) {
        return database.inTransaction(() -> {
            lock(asked);
            Outcome known = outcome(asked);
            if (known != null) {
                return switch (known) {
                    case RUNNING -> new Admission.Admitted();
                    case LIMITED -> new Admission.Limited();
                    case ANSWERED, REFUSED, NOT_FOUND, NOT_UNDERSTOOD, NOT_A_MEMBER, FAILED ->
                        new Admission.Finished(known);
                };
            }
            if (count(asked, false) < MAX_COMMANDS) {
                insert(asked, command, Outcome.RUNNING);
                return new Admission.Admitted();
            }
            if (count(asked, true) > 0) {
                return new Admission.Ignored();
            }
            insert(asked, command, Outcome.LIMITED);
            return new Admission.Limited();
        });
    }

    /** When the person is below the limit again. */
    Instant answeredFrom(CommandRequest asked) {
        Instant oldest = database.first(
                """
                select asked_at from command_log
                where org_id = ? and person_id = ? and outcome <> 'limited' and asked_at <= ?
                order by asked_at desc offset ? limit 1
                """,
                row -> row.instant("asked_at"),
                asked.organization(),
                asked.personId(),
                asked.receivedAt(),
                MAX_COMMANDS - 1);
        return (oldest == null ? asked.receivedAt() : oldest).plus(WINDOW);
    }

    /** What becomes of a command when it comes in. */
    sealed interface Admission {
        /** It is answered. */
        record Admitted() implements Admission {}

        /** One too many; the person gets the one notice. */
        record Limited() implements Admission {}

        /** One too many; the person already got the notice. */
        record Ignored() implements Admission {}

        /** It came again after it was finished: nothing is computed or said a second time. */
        record Finished(Outcome outcome) implements Admission {}
    }

    /**
     * Notes a read of the API: who, what and when, and nothing of what was read. It counts for no limit.
     *
     * @param who name of the token's owner, a workflow's or a person's
     * @param personId GitHub's id of the person; 0 for a workflow
     */
    public void noteApiRead(long organization, String who, long personId, String what, Instant now) {
        database.update("""
            insert into command_log
                (org_id, comment_key, asked_at, person_id, login, command, arguments, place, outcome, finished_at)
            values (?, 'api-' || gen_random_uuid(), ?, ?, ?, 'api', ?, 'API', 'answered', ?)
            """, organization, now, personId, who, what, now);
    }

    /**
     * Notes what somebody did on a page. It counts for no limit.
     *
     * @param role null where it was not looked up
     * @param command its name, as of a command
     * @param arguments what they gave with it, on one line; may be empty
     */
    public void notePageAction(
            long organization,
            String login,
            long personId,
            @Nullable Role role,
            String command,
            String arguments,
            Outcome outcome,
            Instant now) {
        database.update(
                """
                insert into command_log
                    (org_id, comment_key, asked_at, person_id, login, role, command, arguments, place, outcome, finished_at)
                values (?, 'page-' || gen_random_uuid(), ?, ?, ?, ?, ?, left(?, 500), 'page', ?, ?)
                """,
                organization,
                now,
                personId,
                login,
                role == null ? "unknown" : word(role),
                command,
                arguments,
                outcome.word(),
                now);
    }

    /** Stores the person's role as soon as it is known: only members are shown later failures. */
    void knows(CommandRequest asked, Role role) {
        database.update(
                "update command_log set role = ? where org_id = ? and comment_key = ?",
                word(role),
                asked.organization(),
                asked.key());
    }

    /** Empty while it was not looked up. */
    Optional<Role> role(CommandRequest asked) {
        return Optional.ofNullable(database.first(
                "select role from command_log where org_id = ? and comment_key = ? and role <> 'unknown'",
                row -> Role.valueOf(row.text("role").toUpperCase(Locale.ROOT)),
                asked.organization(),
                asked.key()));
    }

    void notAMember(CommandRequest asked, Instant now) {
        database.update(
                "update command_log set outcome = ?, finished_at = ? where org_id = ? and comment_key = ?",
                Outcome.NOT_A_MEMBER.word(),
                now,
                asked.organization(),
                asked.key());
    }

    void finish(CommandRequest asked, Role role, Outcome outcome, @Nullable String replyUrl, Instant now) {
        database.update(
                """
                update command_log
                set role = ?, outcome = ?, reply_url = coalesce(?, reply_url)
                  , finished_at = case when ? = 'running' then null else ?::timestamptz end
                where org_id = ? and comment_key = ?
                """, word(role), outcome.word(), replyUrl, outcome.word(), now, asked.organization(), asked.key());
    }

    void fail(CommandRequest asked, String errorId, @Nullable String replyUrl, Instant now) {
        database.update("""
            update command_log
            set outcome = 'failed', error_id = ?, reply_url = coalesce(?, reply_url), finished_at = ?
            where org_id = ? and comment_key = ?
            """, errorId, replyUrl, now, asked.organization(), asked.key());
    }

    /** Newest first; of one person with a login. */
    public List<Line> latest(long org, @Nullable String login, int limit) {
        return database.list("""
            select asked_at, login, role, command, arguments, place, outcome, reply_url, finished_at
            from command_log
            where org_id = ? and (?::text is null or lower(login) = lower(?))
            order by asked_at desc, comment_key desc
            limit ?
            """, CommandLogStore::line, org, login, login, limit);
    }

    public int count(long org, @Nullable String login) {
        return database.one(
                "select count(*) as asked from command_log where org_id = ? and (?::text is null or lower(login) ="
                        + " lower(?))",
                row -> row.integer("asked"),
                org,
                login,
                login);
    }

    /** One command that was asked; {@code finishedAt} is null while it runs. */
    public record Line(
            Instant askedAt,
            String login,
            String role,
            String command,
            String arguments,
            String place,
            Outcome outcome,
            @Nullable String replyUrl,
            @Nullable Instant finishedAt) {}

    /** Two commands of one person are counted one after the other, wherever they run. */
    private void lock(CommandRequest asked) {
        database.first(
                "select 1 as locked from (select pg_advisory_xact_lock(hashtextextended(?, 0))) as held",
                row -> row.integer("locked"),
                "command " + asked.organization() + " " + asked.personId());
    }

    private @Nullable Outcome outcome(CommandRequest asked) {
        return database.first(
                "select outcome from command_log where org_id = ? and comment_key = ?",
                row -> Outcome.of(row.text("outcome")),
                asked.organization(),
                asked.key());
    }

    /** Commands of people who are no members, of all of them together, in the time that the limit looks at. */
    int countOfOutsiders(CommandRequest asked) {
        return database.one(
                "select count(*) as asked from command_log where org_id = ? and asked_at > ? and outcome = 'unheard'",
                row -> row.integer("asked"),
                asked.organization(),
                asked.receivedAt().minus(WINDOW));
    }

    private int count(CommandRequest asked, boolean limited) {
        return database.one(
                """
                select count(*) as asked from command_log
                where org_id = ? and person_id = ? and asked_at > ? and (outcome = 'limited') = ? and command <> 'api'
                """,
                row -> row.integer("asked"),
                asked.organization(),
                asked.personId(),
                asked.receivedAt().minus(WINDOW),
                limited);
    }

    private void insert(CommandRequest asked, String command, Outcome outcome) {
        database.update(
                """
                insert into command_log
                    (org_id, comment_key, asked_at, person_id, login, command, arguments, place, outcome)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                asked.organization(),
                asked.key(),
                asked.receivedAt(),
                asked.personId(),
                asked.login(),
                command,
                arguments(asked.line()),
                asked.place(),
                outcome.word());
    }

    private static String arguments(String line) {
        int space = line.indexOf(' ');
        return space < 0 ? "" : line.substring(space + 1);
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static Line line(Row row) throws SQLException {
        return new Line(
                row.instant("asked_at"),
                row.text("login"),
                row.text("role"),
                row.text("command"),
                row.text("arguments"),
                row.text("place"),
                Outcome.of(row.text("outcome")),
                row.textOrNull("reply_url"),
                row.instantOrNull("finished_at"));
    }
}
