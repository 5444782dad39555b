package dev.flightlog.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightlog.copilot.CreditBill;
import dev.flightlog.copilot.LoopbackGitHub;
import dev.flightlog.copilot.LoopbackGitHub.Answer;
import dev.flightlog.cost.BillingStore;
import dev.flightlog.cost.BillingSync;
import dev.flightlog.cost.Costs;
import dev.flightlog.database.Database;
import dev.flightlog.github.Access;
import dev.flightlog.github.GitHubException;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeatSyncTest {
    private static final Instant START = Instant.parse("2026-11-16T06:00:00Z");
    private static final Access ACCESS = Access.installation(1);
    private static final TestDatabase POSTGRES = TestDatabase.create();
    private static long organizations = 100;

    private final long org = ++organizations;
    private final LoopbackGitHub github = new LoopbackGitHub();
    private final SettableClock clock = new SettableClock(START);
    private ApplicationContext context;
    private Database database;
    private SeatSync reading;

    @BeforeEach
    void start() {
        Map<String, Object> properties = new HashMap<>(POSTGRES.properties());
        properties.putAll(github.properties());
        context = ApplicationContext.builder()
                .properties(properties)
                .eagerInitSingletons(false)
                .beanDefinitions(RuntimeBeanDefinition.builder(InstantSource.class, () -> clock)
                        .singleton(true)
                        .replaces(InstantSource.class)
                        .build())
                .start();
        assertThat(context.getBean(InstantSource.class)).isSameAs(clock);
        database = context.getBean(Database.class);
        reading = context.getBean(SeatSync.class);
        github.on("/orgs/acme/copilot/billing", _ -> Answer.ok("""
            {"seat_breakdown": {"total": 3, "added_this_cycle": 1}, "seat_management_setting": "assign_selected",
             "plan_type": "business", "cli": "enabled"}\
            """));
    }

    @AfterEach
    void stop() {
        context.close();
        github.close();
    }

    @Test
    void putsAllPagesInForceAndReadsThemTwiceWithoutAChange() {
        list(3, List.of(seat(1, ""), seat(2, "")), List.of(seat(3, "")));

        SeatReadingResult first = read();
        clock.advance(Duration.ofHours(1));
        SeatReadingResult second = read();

        assertThat(first).isEqualTo(new SeatReadingResult.Read(new SeatChanges(3, 0, 0, 0)));
        assertThat(second).isEqualTo(first);
        assertThat(changes()).isEmpty();
        assertThat(number("select count(*) as n from seat_listing")).isZero();
        SeatDay day = context.getBean(SeatDayStore.class).latest(org, LocalDate.parse("2026-11-20"));
        assertThat(day)
                .isEqualTo(new SeatDay(
                        LocalDate.parse("2026-11-16"),
                        3,
                        3,
                        0,
                        3,
                        0,
                        "business",
                        3,
                        1,
                        null,
                        null,
                        null,
                        null,
                        "{\"cli\": \"enabled\", \"seat_management_setting\": \"assign_selected\"}"));
    }

    @Test
    void logsWhatChangedFromOneListingToTheNext() {
        list(
                4,
                List.of(
                        seat(1, ""),
                        seat(2, ""),
                        seat(3, ""),
                        seat(4, ", \"pending_cancellation_date\": \"2026-12-01\"")));
        read();
        clock.advance(Duration.ofDays(1));
        list(
                4,
                List.of(
                        seat(1, ", \"plan_type\": \"enterprise\""),
                        seat(
                                3,
                                ", \"pending_cancellation_date\": \"2026-12-01\","
                                        + " \"assigning_team\": {\"id\": 7, \"slug\": \"payments\"}"),
                        seat(4, ""),
                        seat(5, "")));
        read();

        assertThat(changes())
                .containsExactly(
                        "1 plan_changed business enterprise",
                        "2 revoked null null",
                        "3 cancellation_pending null 2026-12-01",
                        "3 team_changed null payments",
                        "4 cancellation_withdrawn 2026-12-01 null",
                        "5 granted null null");
        assertThat(number("select count(*) as n from seat where ended_at is not null and org_id = " + org))
                .isEqualTo(1);
        assertThat(moves("2026-11-17", "2026-11-24")).isEqualTo(new SeatMoves(1, 1));
        assertThat(moves("2026-11-18", "2026-11-25")).isEqualTo(new SeatMoves(0, 0));
        assertThat(moves("2026-11-09", "2026-11-24"))
                .as("not all of them, where seats were not read before")
                .isNull();
    }

    @Test
    void grantsAgainWhatWasRevokedAndKeepsWhatIsKnown() {
        list(2, List.of(seat(1, active("2026-11-10T00:00:00Z", "vscode/1")), seat(2, "")));
        read();
        clock.advance(Duration.ofDays(1));
        list(1, List.of(seat(2, "")));
        read();
        clock.advance(Duration.ofDays(1));
        list(2, List.of(seat(1, ""), seat(2, "")));
        read();

        assertThat(changes()).containsExactly("1 revoked null null", "1 granted null null");
        assertThat(seat("p1").lastActivityAt()).isEqualTo(Instant.parse("2026-11-10T00:00:00Z"));
    }

    @Test
    void aListingThatWasBegunBeforeTheStoredOneChangesNothing() {
        list(2, List.of(seat(1, ", \"pending_cancellation_date\": \"2026-12-01\""), seat(2, "")));
        read();
        clock.advance(Duration.ofSeconds(-20));
        list(1, List.of(seat(1, "")));
        read();

        assertThat(changes()).isEmpty();
        clock.advance(Duration.ofSeconds(40));
        read();
        assertThat(changes()).containsExactly("1 cancellation_withdrawn 2026-12-01 null", "2 revoked null null");
    }

    @Test
    void neverLowersActivityOrSignIn() {
        list(1, List.of(seat(1, active("2026-11-10T00:00:00Z", "vscode/2"))));
        read();
        list(1, List.of(seat(1, active("2026-10-01T00:00:00Z", "vim/1"))));
        read();
        list(1, List.of(seat(1, "")));
        read();

        assertThat(seat("P1").lastActivityAt()).isEqualTo(Instant.parse("2026-11-10T00:00:00Z"));
        assertThat(seat("P1").lastActivityEditor()).isEqualTo("vscode/2");
        assertThat(seat("P1").lastAuthenticatedAt()).isEqualTo(Instant.parse("2026-11-10T00:00:00Z"));
    }

    @Test
    void activityInTheFutureIsLeftOutAndTold() {
        list(1, List.of(seat(1, active("2027-05-01T10:00:00Z", "vscode/2"))));

        SeatReadingResult.Read result = (SeatReadingResult.Read) read();

        assertThat(result.note())
                .isEqualTo("Left out of GitHub's listing of seats: 2 times of last activity or sign-in in the future.");
        assertThat(seat("p1").lastActivityAt()).isNull();
        assertThat(seat("p1").lastAuthenticatedAt()).isNull();
    }

    @Test
    void aStoredTimeInTheFutureIsDroppedAtTheNextReading() {
        list(2, List.of(seat(1, active("2026-11-10T00:00:00Z", "vscode/2")), seat(2, "")));
        read();
        database.update("update seat set last_activity_at = timestamptz '2027-05-01 10:00Z'"
                + ", last_authenticated_at = timestamptz '2027-05-01 10:00Z', last_activity_editor = 'odd/1'");
        list(2, List.of(seat(1, active("2026-11-12T00:00:00Z", "vim/9")), seat(2, "")));
        read();

        assertThat(seat("p1").lastActivityAt()).isEqualTo(Instant.parse("2026-11-12T00:00:00Z"));
        assertThat(seat("p1").lastActivityEditor()).isEqualTo("vim/9");
        assertThat(seat("p1").lastAuthenticatedAt()).isEqualTo(Instant.parse("2026-11-12T00:00:00Z"));
        assertThat(seat("p2").lastActivityAt()).isNull();
        assertThat(seat("p2").lastAuthenticatedAt()).isNull();
    }

    @Test
    void refusesAnEmptyListingWhileSeatsAreKnown() {
        list(1, List.of(seat(1, "")));
        read();
        list(0, List.of());

        assertThat(read())
                .isEqualTo(new SeatReadingResult.Refused(
                        "GitHub listed no seats, but 1 are known; the last listing stays in force."));
        assertThat(seat("p1").personId()).isEqualTo(1);
    }

    @Test
    void believesAnEmptyListingWhenCopilotIsSwitchedOff() {
        list(1, List.of(seat(1, "")));
        read();
        list(0, List.of());
        github.on(
                "/orgs/acme/copilot/billing",
                _ -> Answer.ok("{\"seat_breakdown\": {\"total\": 0}, \"seat_management_setting\": \"disabled\"}"));

        assertThat(read()).isEqualTo(new SeatReadingResult.Read(new SeatChanges(0, 0, 0, 1)));
    }

    @Test
    void refusesAListingThatLacksMoreThanATenthTwice() {
        list(1, List.of(seat(1, "")));
        read();
        list(100, IntStream.range(2, 50).mapToObj(id -> seat(id, "")).toList());

        assertThat(read())
                .isEqualTo(new SeatReadingResult.Refused(
                        "GitHub listed 48 of 100 seats, also when asked again; the" + " last listing stays in force."));
        assertThat(number("select count(*) as n from seat where org_id = " + org))
                .isEqualTo(1);
    }

    @Test
    void readsAgainWhenThePagesMovedAndBelievesTheCompleteRound() {
        List<List<String>> moved = List.of(people(1, 10), people(12, 20));
        List<List<String>> complete = List.of(people(1, 10), people(11, 20));
        listInTurn(20, List.of(moved, complete));

        assertThat(read()).isEqualTo(new SeatReadingResult.Read(new SeatChanges(20, 0, 0, 0)));
        assertThat(github.requests().stream().filter(path -> path.endsWith("per_page=100")))
                .hasSize(2);
    }

    @Test
    void takesWhomeverEitherRoundSawWhenNeitherIsComplete() {
        List<List<String>> first = List.of(people(1, 10), people(12, 20));
        List<List<String>> second = List.of(people(1, 9), people(11, 20));
        listInTurn(20, List.of(first, second));

        assertThat(read()).isEqualTo(new SeatReadingResult.Read(new SeatChanges(20, 0, 0, 0)));
    }

    @Test
    void countsAPersonOnTwoPagesOnceAsTheLaterPageSays() {
        list(2, List.of(seat(1, ""), seat(2, "")), List.of(seat(2, ", \"plan_type\": \"enterprise\"")));

        assertThat(read()).isEqualTo(new SeatReadingResult.Read(new SeatChanges(2, 0, 0, 0)));
        assertThat(seat("p2").plan()).isEqualTo(SeatPlan.ENTERPRISE);
    }

    @Test
    void twoEntriesOfAPersonAreOneSeatWithTheNewestActivityAndTheTeam() {
        String team = ", \"assigning_team\": {\"id\": 7, \"slug\": \"platform\"}";
        list(
                4,
                List.of(seat(1, active("2026-11-10T08:00:00Z", "vscode/1.139.1") + team), seat(2, "")),
                List.of(
                        seat(
                                1,
                                ", \"created_at\": \"2025-01-01T00:00:00Z\", \"last_activity_at\": null,"
                                        + " \"assigning_team\": null"),
                        seat(3, "")));

        assertThat(read()).isEqualTo(new SeatReadingResult.Read(new SeatChanges(3, 0, 0, 0)));
        assertThat(github.requests().stream().filter(path -> path.endsWith("per_page=100")))
                .as("entries are compared with GitHub's total, so nothing is read twice")
                .hasSize(1);
        assertThat(seat("p1").lastActivityAt()).isEqualTo(Instant.parse("2026-11-10T08:00:00Z"));
        assertThat(seat("p1").lastActivityEditor()).isEqualTo("vscode/1.139.1");
        assertThat(seat("p1").assigningTeamSlug()).isEqualTo("platform");
        assertThat(seat("p1").createdAt()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
    }

    @Test
    void changesNothingWhenGitHubStopsInTheMiddle() {
        list(2, List.of(seat(1, "")), List.of(seat(2, "")));
        read();
        github.on(
                "/orgs/acme/copilot/billing/seats",
                query -> query.contains("page=2")
                        ? new Answer(502, "{}", null)
                        : new Answer(200, page(2, List.of(seat(9, ""))), "/orgs/acme/copilot/billing/seats?page=2"));

        assertThatThrownBy(this::read).isInstanceOf(GitHubException.class);
        assertThat(changes()).isEmpty();
        assertThat(number("select count(*) as n from seat_listing")).isZero();
    }

    @Test
    void whoIsMissingFromAListingThatStaysShortIsAskedAboutAlone() {
        list(20, people(1, 20));
        read();
        clock.advance(Duration.ofDays(1));
        list(20, people(3, 20));
        answersAlone(1, seat(1, active("2026-11-17T05:00:00Z", "vim/9")));

        SeatReadingResult result = read();

        assertThat(result)
                .as("p1 holds a seat, as GitHub says of p1 alone; p2 is a 404")
                .isEqualTo(new SeatReadingResult.Read(new SeatChanges(19, 0, 0, 1), 0, new Shortfall(20, 18, 1, 1, 0)));
        assertThat(changes()).containsExactly("2 revoked null null");
        assertThat(seat("p1").lastActivityAt()).isEqualTo(Instant.parse("2026-11-17T05:00:00Z"));
        assertThat(((SeatReadingResult.Read) result).note())
                .isEqualTo(
                        "GitHub counts 20 seats and lists 18, also when asked again. Of the people it left out, asked"
                                + " about one by one, 1 holds a seat and 1 holds none any more. 1 seat that GitHub counts is not"
                                + " shown here: it does not say whose.");
    }

    @Test
    void whoIsMissingKeepsTheSeatWhileGitHubSaysNothingOfThem() {
        list(20, people(1, 20));
        read();
        clock.advance(Duration.ofDays(1));
        list(
                20,
                people(2, 19).stream()
                        .map(seat -> seat.replace(
                                "\"created_at\"", "\"pending_cancellation_date\":" + " \"2026-12-01\", \"created_at\""))
                        .toList());
        github.on("/orgs/acme/members/p1/copilot", _ -> new Answer(500, "{}", null));
        github.on("/orgs/acme/memberships/p20", _ -> new Answer(403, "{}", null));

        SeatReadingResult.Read result = (SeatReadingResult.Read) read();

        assertThat(result)
                .isEqualTo(
                        new SeatReadingResult.Read(new SeatChanges(20, 0, 18, 0), 0, new Shortfall(20, 18, 0, 0, 2)));
        assertThat(result.note())
                .isEqualTo("GitHub counts 20 seats and lists 18, also when asked again. 2 people whom it did not list"
                        + " keep their seats until GitHub lists all or answers about them.");
        assertThat(seat("p2").pendingCancellationDate()).isEqualTo("2026-12-01");
        list(18, people(2, 19));
        read();
        assertThat(number("select count(*) as n from seat where ended_at is null and org_id = " + org))
                .as("a complete listing proves it")
                .isEqualTo(18);
    }

    @Test
    void seatsEndAlthoughGitHubAlwaysCountsMoreThanItLists() {
        github.on("/orgs/acme/copilot/billing", _ -> Answer.ok("""
            {"seat_breakdown": {"total": 5, "pending_invitation": 2}, "plan_type": "business"}\
            """));
        list(5, people(1, 3));
        assertThat(read()).isInstanceOf(SeatReadingResult.Read.class);
        clock.advance(Duration.ofDays(1));
        list(5, people(1, 2));
        github.on("/orgs/acme/copilot/billing", _ -> Answer.ok("""
            {"seat_breakdown": {"total": 5, "pending_invitation": 3}, "plan_type": "business"}\
            """));

        assertThat(read())
                .isEqualTo(new SeatReadingResult.Read(new SeatChanges(2, 0, 0, 1), 0, new Shortfall(5, 2, 0, 1, 0)));
    }

    @Test
    void aListingWithoutItsTotalIsMeasuredByThePlan() {
        listUncounted(people(1, 1));

        assertThat(read())
                .as("the plan counts 3")
                .isEqualTo(new SeatReadingResult.Refused(
                        "GitHub listed 1 of 3 seats, also when asked again; the last listing stays in force."));

        listUncounted(people(1, 3));

        assertThat(read()).isEqualTo(new SeatReadingResult.Read(new SeatChanges(3, 0, 0, 0)));
        listUncounted(people(1, 1));
        assertThat(read()).isInstanceOf(SeatReadingResult.Refused.class);
        assertThat(changes()).isEmpty();
    }

    @Test
    void aListingThatNobodyCountsProvesNobodysAbsence() {
        list(20, people(1, 20));
        read();
        clock.advance(Duration.ofDays(1));
        listUncounted(people(1, 7));
        github.on("/orgs/acme/copilot/billing", _ -> Answer.ok("{\"plan_type\": \"business\"}"));
        IntStream.rangeClosed(8, 18).forEach(id -> answersAlone(id, seat(id, "")));
        github.on("/orgs/acme/members/p19/copilot", _ -> new Answer(500, "{}", null));

        SeatReadingResult.Read result = (SeatReadingResult.Read) read();

        assertThat(changes())
                .as("GitHub says of p20 alone that they hold none")
                .containsExactly("20 revoked null null");
        assertThat(result)
                .isEqualTo(
                        new SeatReadingResult.Read(new SeatChanges(19, 0, 0, 1), 0, new Shortfall(null, 7, 11, 1, 1)));
        assertThat(result.note())
                .isEqualTo("GitHub lists 7 seats and does not say how many there are, so the listing does not show who"
                        + " lost a seat. Of the people it left out, asked about one by one, 11 hold a seat and 1 holds"
                        + " none any more. 1 person whom it did not list keeps the seat until GitHub lists all or answers"
                        + " about them.");
    }

    @Test
    void anEmptyFirstListingIsBelievedOnlyWhereGitHubCountsNoSeats() {
        String again = " Flightlog asks again within six hours.";
        SeatReadingResult refused = new SeatReadingResult.Refused(
                "GitHub's listing of seats names nobody, but its plan counts 3 seats." + again);
        listUncounted(List.of());
        assertThat(read()).isEqualTo(refused);
        list(0, List.of());
        assertThat(read()).as("a total of 0 against a plan of 3").isEqualTo(refused);
        assertThat(number("select count(*) as n from seat_day where org_id = " + org))
                .isZero();

        github.on("/orgs/acme/copilot/billing", _ -> Answer.ok("{\"plan_type\": \"business\"}"));
        listUncounted(List.of());
        assertThat(read())
                .isEqualTo(new SeatReadingResult.Refused("GitHub's listing of seats names nobody, and GitHub does not"
                        + " say how many seats there are." + again));
        list(0, List.of());
        assertThat(read()).isEqualTo(new SeatReadingResult.Read(new SeatChanges(0, 0, 0, 0)));

        github.on("/orgs/acme/copilot/billing", _ -> Answer.ok("""
            {"seat_breakdown": {"total": 2, "pending_invitation": 2}, "plan_type": "business"}\
            """));
        listUncounted(List.of());
        assertThat(read()).as("all are invited only").isInstanceOf(SeatReadingResult.Read.class);
    }

    @Test
    void anEntryOfSomebodyElseTwiceDoesNotProveThatAPersonIsGone() {
        list(3, people(1, 3));
        read();
        clock.advance(Duration.ofDays(1));
        list(3, List.of(seat(1, ""), seat(2, "")), List.of(seat(2, "")));
        answersAlone(3, seat(3, ""));

        assertThat(read()).isEqualTo(new SeatReadingResult.Read(new SeatChanges(3, 0, 0, 0)));
    }

    @Test
    void anEntryWithoutAPersonMayBeTheirs() {
        list(3, people(1, 3));
        read();
        clock.advance(Duration.ofDays(1));
        list(3, List.of(seat(1, ""), seat(2, ""), "{\"created_at\": \"2026-01-01T00:00:00Z\", \"assignee\": null}"));
        answersAlone(3, seat(3, ""));

        assertThat(read()).isEqualTo(new SeatReadingResult.Read(new SeatChanges(3, 0, 0, 0), 1, Shortfall.NONE));
    }

    @Test
    void anAnswerAboutAPersonThatCannotBeReadDoesNotEndTheSeat() {
        list(3, people(1, 3));
        read();
        clock.advance(Duration.ofDays(1));
        String odd = seat(3, "").replace("2026-01-01T", "2027-01-01T");
        list(3, List.of(seat(1, ""), seat(2, ""), odd));
        answersAlone(3, odd);

        assertThat(read())
                .isEqualTo(new SeatReadingResult.Read(new SeatChanges(3, 0, 0, 0), 1, new Shortfall(2, 2, 0, 0, 1)));
        assertThat(changes()).isEmpty();
    }

    @Test
    void whoIsMissingAndWasRenamedIsAskedAboutByTheNewLogin() {
        list(20, people(1, 20));
        read();
        clock.advance(Duration.ofDays(1));
        list(20, people(2, 20));
        github.on("/user/1", _ -> Answer.ok("{\"id\": 1, \"login\": \"p1-new\"}"));
        github.on(
                "/orgs/acme/members/p1-new/copilot", _ -> Answer.ok(seat(1, "").replace("\"p1\"", "\"p1-new\"")));
        answersAlone(1, seat(99, ""));

        assertThat(read()).isEqualTo(new SeatReadingResult.Read(new SeatChanges(20, 0, 0, 0)));
        assertThat(seat("p1-new").personId()).isEqualTo(1);
    }

    @Test
    void asksAboutAHundredInAReadingAndTheOthersNextTime() {
        list(3_000, people(1, 3_000));
        read();
        clock.advance(Duration.ofDays(1));
        list(3_000, people(1, 2_850));

        assertThat(read())
                .isEqualTo(new SeatReadingResult.Read(
                        new SeatChanges(2_900, 0, 0, 100), 0, new Shortfall(3_000, 2_850, 0, 100, 50)));
        clock.advance(Duration.ofHours(6));
        assertThat(read())
                .isEqualTo(new SeatReadingResult.Read(
                        new SeatChanges(2_850, 0, 0, 50), 0, new Shortfall(3_000, 2_850, 0, 50, 0)));
    }

    @Test
    void saysWhatOfTheListingWasLeftOut() {
        SeatChanges changes = new SeatChanges(3, 0, 0, 0);

        assertThat(new SeatReadingResult.Read(changes).note()).isNull();
        assertThat(new SeatReadingResult.Read(changes, 4, Shortfall.NONE).note())
                .isEqualTo("Left out of GitHub's listing of seats: 4 entries without a person or a date.");
    }

    @Test
    void readsSeatsOfAnAccountWithAPaymentProblem() {
        list(1, List.of(seat(1, "")));
        github.on("/orgs/acme/copilot/billing", _ -> new Answer(422, "{\"message\": \"payment\"}", null));

        assertThat(read()).isEqualTo(new SeatReadingResult.Read(new SeatChanges(1, 0, 0, 0)));
    }

    @Test
    void keepsThePlanThroughAPaymentProblem() {
        list(2, List.of(seat(1, ""), seat(2, ", \"plan_type\": \"enterprise\"")));
        read();
        github.on("/orgs/acme/copilot/billing", _ -> new Answer(422, "{\"message\": \"payment\"}", null));
        read();
        clock.advance(Duration.ofDays(1));
        read();

        assertThat(changes()).isEmpty();
        assertThat(seat("p1").plan()).isEqualTo(SeatPlan.BUSINESS);
        SeatDay day =
                Objects.requireNonNull(context.getBean(SeatDayStore.class).latest(org, LocalDate.parse("2026-11-17")));
        assertThat(day.day()).isEqualTo("2026-11-17");
        assertThat(day.planType()).isEqualTo("business");
        assertThat(day.businessSeats()).isEqualTo(1);
        assertThat(day.enterpriseSeats()).isEqualTo(1);
    }

    @Test
    void joinsTeamsAndTheLastDayOfUse() {
        list(2, List.of(seat(1, active("2026-10-01T00:00:00Z", "vim/9")), seat(2, "")));
        read();
        database.update(
                "insert into team (org_id, team_id, slug, name, seen_at) values (?, 7, 'payments', 'Payments', ?)",
                org,
                START);
        database.update(
                "insert into team_member (org_id, team_id, person_id, seen_at) values (?, 7, 1, ?)", org, START);
        database.update(
                "insert into usage_person (org_id, person_id, login, last_active_day) values (?, 1, 'p1',"
                        + " '2026-11-12')",
                org);

        SeatFacts facts = seat("p1").facts();

        assertThat(facts.teams()).containsExactly("payments");
        assertThat(facts.lastKnownActivity()).contains(Instant.parse("2026-11-12T23:59:59.999Z"));
        SeatRegister register = context.getBean(SeatRegister.class);
        SeatPart active =
                register.list(org, SeatRules.DEFAULTS, Set.of(SeatState.ACTIVE), SeatOrder.LONGEST_UNUSED_FIRST, 0, 10);
        assertThat(active.total()).isEqualTo(1);
        assertThat(active.seats().getFirst().seat().login()).isEqualTo("p1");
        SeatPart all = register.list(org, SeatRules.DEFAULTS, Set.of(), SeatOrder.LONGEST_UNUSED_FIRST, 0, 1);
        assertThat(all.total()).isEqualTo(2);
        assertThat(all.seats().getFirst().seat().login()).isEqualTo("p2");
    }

    @Test
    void splitsIdleSpendByWhatWouldSaveIt() {
        list(
                3,
                List.of(
                        seat(1, active("2026-09-01T00:00:00Z", "vim/9")),
                        seat(2, ", \"assigning_team\": {\"id\": 7, \"slug\": \"payments\"}"),
                        seat(3, active("2026-11-15T00:00:00Z", "vim/9"))));
        read();

        SeatOverview overview = context.getBean(SeatRegister.class).overview(org, SeatRules.DEFAULTS);

        assertThat(overview.seats()).isEqualTo(3);
        assertThat(overview.cost()).isEqualTo(SeatCost.of(BigDecimal.valueOf(57)));
        assertThat(overview.removable())
                .isEqualTo(
                        new SeatOverview.IdleSeats(1, SeatCost.of(BigDecimal.valueOf(19)), BigDecimal.valueOf(1_900)));
        assertThat(overview.needsTeamChange())
                .isEqualTo(
                        new SeatOverview.IdleSeats(1, SeatCost.of(BigDecimal.valueOf(19)), BigDecimal.valueOf(1_900)));
        assertThat(overview.count(SeatState.ACTIVE)).isEqualTo(1);
        assertThat(overview.idleCost()).isEqualTo(SeatCost.of(BigDecimal.valueOf(38)));
    }

    @Test
    void storesThousandsOfSeats() {
        List<List<String>> pages = IntStream.range(0, 30)
                .mapToObj(page -> people(page * 100 + 1, page * 100 + 100))
                .toList();
        listInTurn(3_000, List.of(pages));

        SeatReadingResult first = read();
        SeatReadingResult second = read();

        assertThat(first).isEqualTo(new SeatReadingResult.Read(new SeatChanges(3_000, 0, 0, 0)));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void keepsTheBillOfTheMonth() {
        github.on("/organizations/acme/settings/billing/ai_credit/usage", _ -> Answer.ok("""
            {"usageItems": [
              {"sku": "Copilot AI Credits", "model": "gpt-5.3", "grossQuantity": 100.5, "grossAmount": 1.005, "netQuantity": 40, "netAmount": 0.4},
              {"sku": "coding_agent_ai_credit", "model": "claude-sonnet-4.6", "grossQuantity": 200, "grossAmount": 2, "netQuantity": 0, "netAmount": 0},
              {"sku": "coding_agent_ai_credit", "model": "gpt-5.3", "grossQuantity": 10, "grossAmount": 0.1, "netQuantity": 0, "netAmount": 0},
              {"sku": "coding_agent_ai_credit", "model": "auto", "grossQuantity": 0, "grossAmount": 0, "netQuantity": 0, "netAmount": 0}]}\
            """));

        CreditBill bill = context.getBean(BillingSync.class).read(org, "acme", ACCESS);

        assertThat(bill).isInstanceOf(CreditBill.Billed.class);
        assertThat(context.getBean(BillingStore.class).of(org, YearMonth.of(2026, 11), START))
                .isEqualTo(new CreditBill.Billed(
                        YearMonth.of(2026, 11),
                        new BigDecimal("310.5000"),
                        new BigDecimal("3.1050"),
                        new BigDecimal("40.0000"),
                        new BigDecimal("0.4000"),
                        List.of(
                                new CreditBill.OfModel(
                                        "claude-sonnet-4.6", new BigDecimal("200.0000"), new BigDecimal("2.0000")),
                                new CreditBill.OfModel(
                                        "gpt-5.3", new BigDecimal("110.5000"), new BigDecimal("1.1050")))));
        assertThat(github.requests())
                .contains("/organizations/acme/settings/billing/ai_credit/usage?year=2026&month=11");
    }

    @Test
    void showsNoBillThatLacksDays() {
        github.on("/organizations/acme/settings/billing/ai_credit/usage", _ -> Answer.ok("""
            {"usageItems": [{"model": "gpt-5.3", "grossQuantity": 10, "grossAmount": 0.1, "netQuantity": 10, "netAmount": 0.1}]}\
            """));
        context.getBean(BillingSync.class).read(org, "acme", ACCESS);
        assertThat(billed()).isTrue();
        clock.advance(Duration.ofDays(2));
        assertThat(billed()).isTrue();
        clock.advance(Duration.ofDays(1));
        assertThat(billed()).as("days after access was lost").isFalse();
        clock.advance(Duration.ofDays(14));
        assertThat(billed()).as("a month of which only a part was read").isFalse();
    }

    @Test
    void keepsTheBillOfAWholeMonth() {
        github.on("/organizations/acme/settings/billing/ai_credit/usage", _ -> Answer.ok("{\"usageItems\": []}"));
        clock.advance(Duration.ofDays(16));
        context.getBean(BillingSync.class).read(org, "acme", ACCESS);
        clock.advance(Duration.ofDays(60));

        assertThat(billed()).isTrue();
    }

    @Test
    void saysInWordsWhenBillingIsNotHere() {
        assertThat(context.getBean(BillingSync.class).read(org, "acme", ACCESS))
                .isEqualTo(new CreditBill.NoReport("GitHub has no billing report for this organization (404):"
                        + " it is billed through an enterprise, or not on the enhanced billing platform. Which of"
                        + " them is not known."));
        github.on("/organizations/acme/settings/billing/ai_credit/usage", _ -> new Answer(403, "{}", null));
        assertThat(context.getBean(BillingSync.class).read(org, "acme", ACCESS))
                .isInstanceOf(CreditBill.NotAvailableHere.class);
    }

    /** What GitHub says when asked about this person alone. */
    private void answersAlone(int id, String seat) {
        github.on("/orgs/acme/members/p" + id + "/copilot", _ -> Answer.ok(seat));
    }

    private SeatReadingResult read() {
        return reading.read(org, "acme", ACCESS);
    }

    private @Nullable SeatMoves moves(String from, String until) {
        return context.getBean(SeatDayStore.class)
                .moves(org, Instant.parse(from + "T00:00:00Z"), Instant.parse(until + "T00:00:00Z"));
    }

    private boolean billed() {
        return context.getBean(Costs.class)
                .of(org, SeatRules.DEFAULTS, YearMonth.of(2026, 11))
                .billed()
                .isPresent();
    }

    private Seat seat(String login) {
        return Objects.requireNonNull(context.getBean(SeatFactsStore.class).byLogin(org, login));
    }

    private List<String> changes() {
        return database.list(
                "select person_id, change, before, after from seat_change where org_id = ?"
                        + " order by changed_at, person_id, change",
                row -> row.number("person_id") + " " + row.text("change") + " " + row.textOrNull("before") + " "
                        + row.textOrNull("after"),
                org);
    }

    private long number(String sql) {
        return database.one(sql, row -> row.number("n"));
    }

    /** An answer without {@code total_seats}. */
    private void listUncounted(List<String> seats) {
        github.on("/orgs/acme/copilot/billing/seats", _ -> Answer.ok("{\"seats\": [" + String.join(",", seats) + "]}"));
    }

    @SafeVarargs
    private void list(int total, List<String>... pages) {
        listInTurn(total, List.of(Arrays.asList(pages)));
    }

    /** Each first page begins the next round; the last round stays. */
    private void listInTurn(int total, List<List<List<String>>> rounds) {
        List<List<List<String>>> left = new ArrayList<>(rounds);
        List<List<List<String>>> current = new ArrayList<>(List.of(rounds.getFirst()));
        github.on("/orgs/acme/copilot/billing/seats", query -> {
            boolean first = !query.startsWith("page=");
            if (first && !left.isEmpty()) {
                current.set(0, left.removeFirst());
            }
            int number = first ? 1 : Integer.parseInt(query.substring("page=".length()));
            List<List<String>> pages = current.getFirst();
            String next = number < pages.size() ? "/orgs/acme/copilot/billing/seats?page=" + (number + 1) : null;
            return new Answer(200, page(total, pages.get(number - 1)), next);
        });
    }

    private static String page(int total, List<String> seats) {
        return "{\"total_seats\": " + total + ", \"seats\": [" + String.join(",", seats) + "]}";
    }

    private static List<String> people(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(id -> seat(id, "")).toList();
    }

    private static String seat(int id, String more) {
        return "{\"created_at\": \"2026-01-01T00:00:00-06:00\", \"assignee\": {\"login\": \"p" + id + "\", \"id\": "
                + id + "}" + more + "}";
    }

    private static String active(String at, String editor) {
        return ", \"last_activity_at\": \"" + at + "\", \"last_activity_editor\": \"" + editor
                + "\", \"last_authenticated_at\": \"" + at + "\"";
    }
}
