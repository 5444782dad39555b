package dev.flightlog.seat;

import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Current seats with their people's teams and last day of use; the questions that decisions start from. */
@Singleton
public class SeatFactsStore {
    /** Slugs one by one: as a join Postgres would go over all teams for each seat. */
    private static final String SEATS = """
        select seat.person_id, seat.login, seat.plan_type, seat.assigning_team_id, seat.assigning_team_slug
          , seat.created_at, seat.pending_cancellation_date, seat.last_activity_at, seat.last_activity_editor
          , seat.last_authenticated_at, usage_person.last_active_day
          , array(
              select (
                select team.slug from team
                where team.org_id = team_member.org_id and team.team_id = team_member.team_id
              )
              from team_member
              where team_member.org_id = seat.org_id and team_member.person_id = seat.person_id
            ) as teams
        from seat
        left join usage_person
          on usage_person.org_id = seat.org_id and usage_person.person_id = seat.person_id
        where seat.org_id = ? and seat.ended_at is null
        """;

    /** A day of use counts as its last moment, as in {@link LastKnownActivity}. */
    private static final String LAST_KNOWN_ACTIVITY = """
        greatest(seat.last_activity_at
          , (usage_person.last_active_day + 1)::timestamp at time zone 'utc' - interval '1 millisecond')\
        """;

    /** The same on every page and every server, and nothing that can be computed without the secret. */
    private static final String NAMELESS = """
        md5((select list_key from organization where organization.org_id = seat.org_id)::text || seat.person_id)\
        """;

    private final Database database;

    SeatFactsStore(Database database) {
        this.database = database;
    }

    /** Hands over every current seat, in constant memory. */
    public void each(long organizationId, SeatOrder order, Consumer<Seat> consumer) {
        database.transact(
                () -> database.each(SEATS + " order by " + orderBy(order), this::seat, consumer, organizationId));
    }

    /** For a query over {@code seat} and {@code usage_person}. */
    static String orderBy(SeatOrder order) {
        return column(order) + ", " + (order.namesPeople() ? "seat.login" : NAMELESS);
    }

    /** Every current seat, by login. */
    public List<Seat> current(long organizationId) {
        return database.list(SEATS + " order by seat.login", this::seat, organizationId);
    }

    /** The next seats in the order of people's ids, for readers that stream without a transaction. */
    public List<Seat> after(long organizationId, long personId, int limit) {
        return database.list(
                SEATS + " and seat.person_id > ? order by seat.person_id limit ?",
                this::seat,
                organizationId,
                personId,
                limit);
    }

    /** Current seats of these people. */
    public List<Seat> ofPeople(long organizationId, Collection<Long> people) {
        return database.list(SEATS + " and seat.person_id = any(?::bigint[])", this::seat, organizationId, people);
    }

    /** When GitHub last listed each of these people's seats, or spoke of it alone. */
    public Map<Long, Instant> saidAt(long organizationId, Collection<Long> people) {
        Map<Long, Instant> saidAt = new HashMap<>();
        database.each(
                """
                select person_id, last_seen_at from seat
                where org_id = ? and ended_at is null and person_id = any(?::bigint[])
                """,
                row -> Map.entry(row.number("person_id"), row.instant("last_seen_at")),
                entry -> saidAt.put(entry.getKey(), entry.getValue()),
                organizationId,
                people);
        return saidAt;
    }

    /** Seats that are held and that nobody cancelled. */
    public int goingOn(long organizationId) {
        return database.one("""
            select count(*) as seats from seat
            where org_id = ? and ended_at is null and pending_cancellation_date is null
            """, row -> row.integer("seats"), organizationId);
    }

    /** One person's current seat, by GitHub's id of the person. */
    @Nullable
    Seat byPerson(long organizationId, long personId) {
        return database.first(SEATS + " and seat.person_id = ?", this::seat, organizationId, personId);
    }

    /** One person's current seat, whatever the case of the login. */
    public @Nullable Seat byLogin(long organizationId, String login) {
        return database.first(SEATS + " and lower(seat.login) = lower(?)", this::seat, organizationId, login);
    }

    private Seat seat(Row row) throws SQLException {
        return new Seat(
                row.number("person_id"),
                row.text("login"),
                SeatPlan.of(row.text("plan_type")),
                row.numberOrNull("assigning_team_id"),
                row.textOrNull("assigning_team_slug"),
                row.instant("created_at"),
                row.dateOrNull("pending_cancellation_date"),
                row.instantOrNull("last_activity_at"),
                row.textOrNull("last_activity_editor"),
                row.instantOrNull("last_authenticated_at"),
                row.dateOrNull("last_active_day"),
                Set.copyOf(row.texts("teams")));
    }

    private static String column(SeatOrder order) {
        String by = switch (order.by()) {
            case LAST_ACTIVITY_AT -> LAST_KNOWN_ACTIVITY;
            case LOGIN -> "lower(seat.login)";
            case CREATED_AT -> "seat.created_at";
            case PRICE -> "array_position(array['unknown', 'business', 'enterprise'], seat.plan_type)";
        };
        return by + (order.ascending() ? " asc nulls first" : " desc nulls last");
    }
}
