package dev.flightlog.seat;

import dev.flightlog.copilot.CopilotSeat;
import dev.flightlog.copilot.CopilotSeat.AssigningTeam;
import dev.flightlog.database.Database;
import dev.flightlog.github.Person;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the pages of a listing aside until all are here; each page is a short transaction of its own. */
@Singleton
class SeatListingStore {
    /** Far longer than any reading takes: what is older broke off. */
    private static final Duration MAX_READING = Duration.ofHours(1);

    private final Database database;

    SeatListingStore(Database database) {
        this.database = database;
    }

    /** Drops what earlier readings of this organization left when they broke off. */
    void clearBrokenOff(SeatListing listing) {
        database.update(
                "delete from seat_listing where org_id = ? and read_at < ?",
                listing.organizationId(),
                listing.readAt().minus(MAX_READING));
    }

    /** Adds a page; who was on an earlier page of the round has one seat, made of both entries. */
    void add(SeatListing listing, int round, List<CopilotSeat> page) {
        Collection<CopilotSeat> seats = oncePerPerson(page);
        database.update(
                """
                insert into seat_listing as known (
                    org_id, reading, person_id, round, login, plan_type, assigning_team_id, assigning_team_slug
                  , created_at, pending_cancellation_date, last_activity_at, last_activity_editor
                  , last_authenticated_at, read_at)
                select ?, ?, listed.person_id, ?, listed.login, listed.plan_type, listed.team_id, listed.team_slug
                  , to_timestamp(listed.created_at / 1e6), listed.pending, to_timestamp(listed.activity_at / 1e6)
                  , listed.editor, to_timestamp(listed.authenticated_at / 1e6), ?
                from unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::date[]
                          , ?::bigint[], ?::text[], ?::bigint[])
                  as listed(person_id, login, plan_type, team_id, team_slug, created_at, pending
                          , activity_at, editor, authenticated_at)
                on conflict (org_id, reading, person_id) do update
                set round                     = excluded.round
                  , login                     = excluded.login
                  , plan_type                 = excluded.plan_type
                  -- two entries of a person in one round are one seat; a second round is a listing of its own
                  , assigning_team_id         = case when known.round = excluded.round
                                                     then coalesce(excluded.assigning_team_id, known.assigning_team_id)
                                                     else excluded.assigning_team_id end
                  , assigning_team_slug       = case when known.round = excluded.round
                                                     then coalesce(excluded.assigning_team_slug, known.assigning_team_slug)
                                                     else excluded.assigning_team_slug end
                  , created_at                = case when known.round = excluded.round
                                                     then least(excluded.created_at, known.created_at)
                                                     else excluded.created_at end
                  , pending_cancellation_date = case when known.round = excluded.round
                                                     then coalesce(excluded.pending_cancellation_date
                                                                 , known.pending_cancellation_date)
                                                     else excluded.pending_cancellation_date end
                  , last_activity_at          = case when known.round = excluded.round
                                                     then greatest(excluded.last_activity_at, known.last_activity_at)
                                                     else excluded.last_activity_at end
                  , last_activity_editor      = case when known.round = excluded.round
                                                      and known.last_activity_at is not null
                                                      and (excluded.last_activity_at is null
                                                           or known.last_activity_at > excluded.last_activity_at)
                                                     then known.last_activity_editor
                                                     else excluded.last_activity_editor end
                  , last_authenticated_at     = case when known.round = excluded.round
                                                     then greatest(excluded.last_authenticated_at
                                                                 , known.last_authenticated_at)
                                                     else excluded.last_authenticated_at end
                """,
                listing.organizationId(),
                listing.reading(),
                round,
                listing.readAt(),
                column(seats, CopilotSeat::personId),
                column(seats, CopilotSeat::login),
                column(seats, CopilotSeat::planType),
                column(seats, seat -> team(seat, AssigningTeam::id)),
                column(seats, seat -> team(seat, AssigningTeam::slug)),
                column(seats, seat -> micros(seat.createdAt())),
                column(seats, CopilotSeat::pendingCancellationDate),
                column(seats, seat -> micros(seat.lastActivityAt())),
                column(seats, CopilotSeat::lastActivityEditor),
                column(seats, seat -> micros(seat.lastAuthenticatedAt())));
    }

    /** People seen in a round or a later one. */
    int count(SeatListing listing, int fromRound) {
        return database.one(
                "select count(*) as people from seat_listing where org_id = ? and reading = ? and round >= ?",
                row -> row.integer("people"),
                listing.organizationId(),
                listing.reading(),
                fromRound);
    }

    /** People whose seat is known and whom the listing does not name, those first who were not seen for longest. */
    List<Person> unlisted(SeatListing listing) {
        return database.list(
                """
                select person_id, login from seat
                where org_id = ? and ended_at is null
                  and person_id not in (select person_id from seat_listing where org_id = ? and reading = ?)
                order by last_seen_at, person_id
                """,
                row -> new Person(row.number("person_id"), row.text("login")),
                listing.organizationId(),
                listing.organizationId(),
                listing.reading());
    }

    /** Forgets people who were seen in the first round only. */
    void keepSecondRound(SeatListing listing) {
        database.update(
                "delete from seat_listing where org_id = ? and reading = ? and round = 1",
                listing.organizationId(),
                listing.reading());
    }

    /** Forgets the reading. */
    void clear(SeatListing listing) {
        database.update(
                "delete from seat_listing where org_id = ? and reading = ?",
                listing.organizationId(),
                listing.reading());
    }

    /** Two entries of one person are one seat: the newest activity, the oldest grant, and the team that either names. */
    private static CopilotSeat both(CopilotSeat one, CopilotSeat other) {
        boolean later = one.lastActivityAt() != null
                && (other.lastActivityAt() == null || one.lastActivityAt().isAfter(other.lastActivityAt()));
        CopilotSeat active = later ? one : other;
        return new CopilotSeat(
                other.personId(),
                other.login(),
                other.planType(),
                other.assigningTeam() == null ? one.assigningTeam() : other.assigningTeam(),
                one.createdAt().isBefore(other.createdAt()) ? one.createdAt() : other.createdAt(),
                other.pendingCancellationDate() == null
                        ? one.pendingCancellationDate()
                        : other.pendingCancellationDate(),
                active.lastActivityAt(),
                active.lastActivityEditor(),
                newest(one.lastAuthenticatedAt(), other.lastAuthenticatedAt()));
    }

    private static @Nullable Instant newest(@Nullable Instant one, @Nullable Instant other) {
        return one != null && (other == null || one.isAfter(other)) ? one : other;
    }

    private static Collection<CopilotSeat> oncePerPerson(List<CopilotSeat> page) {
        Map<Long, CopilotSeat> seats = new LinkedHashMap<>();
        page.forEach(seat -> seats.merge(seat.personId(), seat, SeatListingStore::both));
        return seats.values();
    }

    /** Since 1970: numbers reach Postgres as they are, dates as text that has to be made and read. */
    private static @Nullable Long micros(@Nullable Instant instant) {
        return instant == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static <T> @Nullable T team(CopilotSeat seat, Function<AssigningTeam, T> part) {
        return seat.assigningTeam() == null ? null : part.apply(seat.assigningTeam());
    }

    private static <T extends @Nullable Object> List<T> column(
            Collection<CopilotSeat> seats, Function<CopilotSeat, T> field) {
        List<T> column = new ArrayList<>(seats.size());
        for (CopilotSeat seat : seats) {
            column.add(field.apply(seat));
        }
        return column;
    }
}
