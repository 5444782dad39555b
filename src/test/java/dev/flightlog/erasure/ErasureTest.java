package dev.flightlog.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.database.Database;
import dev.flightlog.organization.Organization;
import dev.flightlog.review.ItemState;
import dev.flightlog.review.ListDigest;
import dev.flightlog.review.ReviewItem;
import dev.flightlog.seat.SeatPlan;
import dev.flightlog.support.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who and what is forgotten each night, and who is not. */
class ErasureTest {
    private static final Instant LIMIT = Instant.parse("2026-11-18T02:00:00Z");
    private static final Duration RETENTION = Duration.ofDays(400);
    private static final long ORG = 7;

    private final ApplicationContext context = ApplicationContext.builder()
            .properties(TestDatabase.create().properties())
            .eagerInitSingletons(false)
            .start();
    private final Database database = context.getBean(Database.class);

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void whoLeftBeforeTheInstallationIsErasedLikeOneWhoLeftAfterIt() {
        used(1, "2025-01-01");
        used(2, null);
        seat(3, "2025-01-01");
        used(4, "2025-01-01");
        seat(4, "2025-01-01");
        used(5, "2025-01-01");
        person(5, "none", "2025-01-02");

        erase();
        erase();

        assertThat(named()).isEmpty();
    }

    @Test
    void whoIsAMemberOrHasASeatStays() {
        used(1, "2025-01-01");
        person(1, "member", null);
        used(2, "2025-01-01");
        seat(2, null);
        seat(3, "2025-01-01");
        person(3, "admin", null);

        erase();

        assertThat(named()).containsExactly("person 1", "person 3", "seat 2", "seat 3", "usage 1", "usage 2");
    }

    @Test
    void whomAnythingOfTheTimeKeptNamesStaysUntilThatIsOver() {
        used(1, "2026-11-18");
        used(2, "2025-01-01");
        seat(2, "2026-11-18");
        used(3, "2025-01-01");
        person(3, "none", "2026-11-18 12:00Z");
        seat(4, "2025-01-01");
        used(4, "2026-11-19");
        used(5, null);
        database.update("""
            insert into usage_team_day (org_id, day, team_id, slug, person_ids)
            values (?, '2026-11-18', 1, 'core', '{5}')
            """, ORG);
        used(6, null);
        inactiveDay(6);

        erase();

        assertThat(named())
                .containsExactly(
                        "person 3",
                        "seat 2",
                        "seat 4",
                        "usage 1",
                        "usage 2",
                        "usage 3",
                        "usage 4",
                        "usage 5",
                        "usage 6");
    }

    @Test
    void anApprovalGoesOnToHoldForWhoIsLeft() {
        database.update("""
            insert into seat_review (org_id, number, state, started_at, idle_after_days, notice_days, more_seats
              , approved_at, approved_by_id, approved_by_login, approved_digest, approved_seats)
            values (?, 1, 'approved', now(), 60, 7, 0, now(), 1, 'ada', ?, 3)
            """, ORG, digest(11, 9, 100));
        for (long person : new long[] {11, 9, 100}) {
            database.update("""
                insert into seat_review_item (org_id, number, person_id, position, login, plan_type, unused_since
                  , ever_used, state) values (?, 1, ?, ?, 'x', 'business', now(), true, 'candidate')
                """, ORG, person, person);
        }

        context.getBean(ErasureStore.class).erasePeople(ORG, Set.of(9L));

        assertThat(database.list("select approved_digest from seat_review", row -> row.text("approved_digest")))
                .containsExactly(digest(100, 11));
    }

    private static String digest(long... people) {
        return ListDigest.of(Arrays.stream(people)
                .mapToObj(person -> new ReviewItem(
                        1, person, "x", SeatPlan.BUSINESS, Optional.empty(), LIMIT, true, new ItemState.Candidate()))
                .toList());
    }

    /** A new review with the number of an old one would be announced in the old one's closed issue. */
    @Test
    void theNumbersOfSeatReviewsGoOn() {
        for (int number = 1; number <= 2; number++) {
            database.update("""
                insert into seat_review (org_id, number, state, started_at, idle_after_days, notice_days, more_seats, closed_at)
                values (?, ?, 'cancelled', '2020-01-01', 60, 7, 0, '2020-01-02')
                """, ORG, number);
        }

        erase();

        assertThat(database.list("select number from seat_review", row -> row.integer("number")))
                .containsExactly(2);
    }

    private void erase() {
        Organization acme = new Organization(ORG, "acme", 1, Organization.State.ACTIVE, Map.of(), Instant.EPOCH, null);
        context.getBean(Erasure.class).apply(acme, RETENTION, LIMIT.plus(RETENTION));
    }

    private List<String> named() {
        return database.list("""
            select 'usage ' || person_id as named from usage_person
            union all select 'seat ' || person_id from seat
            union all select 'person ' || person_id from person order by 1
            """, row -> row.text("named"));
    }

    private void used(long person, @Nullable String lastActiveDay) {
        database.update("insert into usage_person values (?, ?, 'login', ?::date)", ORG, person, lastActiveDay);
    }

    private void seat(long person, @Nullable String endedAt) {
        database.update("""
            insert into seat (org_id, person_id, login, plan_type, created_at, first_seen_at, last_seen_at, ended_at)
            values (?, ?, 'login', 'business', '2025-01-01', '2025-01-01', '2025-01-01', (? || ' 02:00Z')::timestamptz)
            """, ORG, person, endedAt);
    }

    private void person(long person, String role, @Nullable String leftAt) {
        database.update("""
            insert into person (org_id, person_id, login, role, left_at, seen_at)
            values (?, ?, 'login', ?, ?::timestamptz, '2025-01-01')
            """, ORG, person, role, leftAt);
    }

    /** A report named the person on the 18th, without any activity. */
    private void inactiveDay(long person) {
        database.update("""
            create table usage_user_day_2026_11 partition of usage_user_day
            for values from ('2026-11-01') to ('2026-12-01')
            """);
        database.update("""
            insert into usage_user_day
            select (jsonb_populate_record(null::usage_user_day, jsonb_object_agg(column_name, nothing)
                    || jsonb_build_object('org_id', ?::bigint, 'person_id', ?::bigint, 'day', '2026-11-18'))).*
            from information_schema.columns
            cross join lateral (select case data_type when 'boolean' then 'false'::jsonb else '0'::jsonb end as nothing) as filler
            where table_name = 'usage_user_day'
            """, ORG, person);
    }

    @Test
    void totalsOfSeatsGoByTheDayInUtcWhereverTheServerIs() {
        database.update("""
            insert into seat_day (org_id, day, seats, business_seats, enterprise_seats, direct_seats)
            values (?, '2026-11-17', 1, 1, 0, 1), (?, '2026-11-18', 1, 1, 0, 1)
            """, ORG, ORG);

        database.transact(() -> {
            // There it is still the 17th.
            database.update("set local time zone 'America/New_York'");
            context.getBean(ErasureStore.class).eraseBefore(ORG, LIMIT);
        });

        assertThat(database.list("select day from seat_day", row -> row.text("day")))
                .containsExactly("2026-11-18");
    }
}
