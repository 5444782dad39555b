package dev.flightlog.seat;

import dev.flightlog.copilot.CopilotPlan;
import dev.flightlog.copilot.CopilotPlan.Breakdown;
import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Seats as they are now, what changed, and the day's total: a whole listing takes effect at once or not at all.
 *
 * <p>People not listed are found by {@code not in}: Postgres hashes it always, where {@code not exists} becomes a loop
 * over loops while a fresh listing has no statistics.
 */
@Singleton
class SeatStore {
    private static final Duration MAX_READING = Duration.ofMinutes(15);

    private final Database database;

    SeatStore(Database database) {
        this.database = database;
    }

    /** Seats held, as the last listing said. */
    int count(long organizationId) {
        return database.one(
                "select count(*) as seats from seat where org_id = ? and ended_at is null",
                row -> row.integer("seats"),
                organizationId);
    }

    /** The organization's plan as GitHub last reported it; null where it never did. */
    @Nullable
    String lastPlanType(long organizationId) {
        return database.first(
                "select plan_type from seat_day where org_id = ? and plan_type is not null order by day desc limit 1",
                row -> row.text("plan_type"),
                organizationId);
    }

    /**
     * Puts a listing in force; running it for a listing that says the same changes no seat and logs nothing.
     *
     * @param staying people whom the listing does not name, and whose seat is not proved to have ended
     */
    SeatChanges apply(SeatListing listing, CopilotPlan plan, int unreadable, List<Long> staying) {
        return database.inTransaction(() -> {
            if (olderThanStored(listing)) {
                return new SeatChanges(count(listing.organizationId()), 0, 0, 0);
            }
            int granted = knowsSeats(listing) ? logGranted(listing) : 0;
            int changed = logChanged(listing);
            int revoked = logRevoked(listing, staying);
            upsert(listing);
            endUnseen(listing, staying);
            totalOfDay(listing, plan, unreadable);
            return new SeatChanges(count(listing.organizationId()), granted, changed, revoked);
        });
    }

    /**
     * Two listings can be read at the same time: the one that was begun first may end last, and shows older seats. A time
     * further ahead than a reading takes is that of a clock that went wrong.
     */
    private boolean olderThanStored(SeatListing listing) {
        database.one(
                "select cast(pg_advisory_xact_lock(hashtextextended('flightlog seats ' || ?, 0)) as text) as locked",
                row -> row.text("locked"),
                listing.organizationId());
        return database.exists(
                "select 1 from seat where org_id = ? and last_seen_at > ? and last_seen_at < ? limit 1",
                listing.organizationId(),
                listing.readAt(),
                listing.readAt().plus(MAX_READING));
    }

    /** The first listing shows seats that are there already; nobody knows when they changed. */
    private boolean knowsSeats(SeatListing listing) {
        return database.exists("select 1 from seat where org_id = ? limit 1", listing.organizationId());
    }

    private int logGranted(SeatListing listing) {
        return database.update("""
            insert into seat_change (org_id, changed_at, person_id, change, before, after)
            select listed.org_id, listed.read_at, listed.person_id, 'granted', null, listed.assigning_team_slug
            from seat_listing listed
            left join seat on seat.org_id = listed.org_id and seat.person_id = listed.person_id
            where listed.org_id = ? and listed.reading = ?
              and (seat.person_id is null or seat.ended_at is not null)
            on conflict do nothing
            """, listing.organizationId(), listing.reading());
    }

    private int logChanged(SeatListing listing) {
        return database.update("""
            insert into seat_change (org_id, changed_at, person_id, change, before, after)
            select listed.org_id, listed.read_at, listed.person_id, changed.change, changed.before, changed.after
            from seat_listing listed
            join seat on seat.org_id = listed.org_id and seat.person_id = listed.person_id and seat.ended_at is null
            cross join lateral (values
                (case when listed.pending_cancellation_date is null then 'cancellation_withdrawn'
                      else 'cancellation_pending' end
                  , seat.pending_cancellation_date::text, listed.pending_cancellation_date::text)
              , ('plan_changed', seat.plan_type, listed.plan_type)
              , ('team_changed', seat.assigning_team_slug, listed.assigning_team_slug)
            ) as changed(change, before, after)
            where listed.org_id = ? and listed.reading = ?
              and changed.before is distinct from changed.after
              and (changed.change <> 'team_changed'
                   or seat.assigning_team_id is distinct from listed.assigning_team_id)
            on conflict do nothing
            """, listing.organizationId(), listing.reading());
    }

    private int logRevoked(SeatListing listing, List<Long> staying) {
        return database.update(
                """
                insert into seat_change (org_id, changed_at, person_id, change, before, after)
                select seat.org_id, ?, seat.person_id, 'revoked', seat.assigning_team_slug, null
                from seat
                where seat.org_id = ? and seat.ended_at is null
                  and seat.person_id not in (select person_id from seat_listing where org_id = ? and reading = ?)
                  and seat.person_id <> all(?::bigint[])
                on conflict do nothing
                """, listing.readAt(), listing.organizationId(), listing.organizationId(), listing.reading(), staying);
    }

    private void upsert(SeatListing listing) {
        database.update("""
            insert into seat (
                org_id, person_id, login, plan_type, assigning_team_id, assigning_team_slug, created_at
              , pending_cancellation_date, last_activity_at, last_activity_editor, last_authenticated_at
              , first_seen_at, last_seen_at)
            select org_id, person_id, login, plan_type, assigning_team_id, assigning_team_slug, created_at
              , pending_cancellation_date, last_activity_at, last_activity_editor, last_authenticated_at
              , read_at, read_at
            from seat_listing
            where org_id = ? and reading = ?
            on conflict (org_id, person_id) do update
            set login                     = excluded.login
              , plan_type                 = excluded.plan_type
              , assigning_team_id         = excluded.assigning_team_id
              , assigning_team_slug       = excluded.assigning_team_slug
              , created_at                = excluded.created_at
              , pending_cancellation_date = excluded.pending_cancellation_date
              -- a time in the future that was stored before such times were left out is dropped
              , last_activity_at          = greatest(
                    case when seat.last_activity_at <= excluded.last_seen_at + interval '1 day'
                         then seat.last_activity_at end
                  , excluded.last_activity_at)
              , last_activity_editor      = case
                  when excluded.last_activity_at >= coalesce(seat.last_activity_at, excluded.last_activity_at)
                    or (excluded.last_activity_at is not null
                        and seat.last_activity_at > excluded.last_seen_at + interval '1 day')
                  then coalesce(excluded.last_activity_editor, seat.last_activity_editor)
                  else seat.last_activity_editor end
              , last_authenticated_at     = greatest(
                    case when seat.last_authenticated_at <= excluded.last_seen_at + interval '1 day'
                         then seat.last_authenticated_at end
                  , excluded.last_authenticated_at)
              , last_seen_at              = greatest(seat.last_seen_at, excluded.last_seen_at)
              , ended_at                  = null
            """, listing.organizationId(), listing.reading());
    }

    private void endUnseen(SeatListing listing, List<Long> staying) {
        database.update(
                """
            update seat
            set ended_at = ?
            where org_id = ? and ended_at is null
              and person_id not in (select person_id from seat_listing where org_id = ? and reading = ?)
              and person_id <> all(?::bigint[])
            """, listing.readAt(), listing.organizationId(), listing.organizationId(), listing.reading(), staying);
    }

    private void totalOfDay(SeatListing listing, CopilotPlan plan, int unreadable) {
        Breakdown breakdown = plan.breakdown();
        LocalDate day = listing.readAt().atZone(ZoneOffset.UTC).toLocalDate();
        database.update(
                """
                insert into seat_day (
                    org_id, day, seats, business_seats, enterprise_seats, direct_seats, unreadable_seats, plan_type
                  , breakdown_total, added_this_cycle, pending_cancellation, pending_invitation, active_this_cycle
                  , inactive_this_cycle, settings)
                select ?, ?, count(*)
                  , count(*) filter (where plan_type = 'business'), count(*) filter (where plan_type = 'enterprise')
                  , count(*) filter (where assigning_team_id is null), ?, ?, ?::int, ?::int, ?::int, ?::int, ?::int
                  , ?::int, ?::jsonb
                from seat
                where org_id = ? and ended_at is null
                on conflict (org_id, day) do update
                set seats                = excluded.seats
                  , business_seats       = excluded.business_seats
                  , enterprise_seats     = excluded.enterprise_seats
                  , direct_seats         = excluded.direct_seats
                  , unreadable_seats     = excluded.unreadable_seats
                  , plan_type            = excluded.plan_type
                  , breakdown_total      = excluded.breakdown_total
                  , added_this_cycle     = excluded.added_this_cycle
                  , pending_cancellation = excluded.pending_cancellation
                  , pending_invitation   = excluded.pending_invitation
                  , active_this_cycle    = excluded.active_this_cycle
                  , inactive_this_cycle  = excluded.inactive_this_cycle
                  , settings             = excluded.settings
                """,
                listing.organizationId(),
                day,
                unreadable,
                plan.planType(),
                breakdown.total(),
                breakdown.addedThisCycle(),
                breakdown.pendingCancellation(),
                breakdown.pendingInvitation(),
                breakdown.activeThisCycle(),
                breakdown.inactiveThisCycle(),
                plan.settings().toString(),
                listing.organizationId());
    }
}
