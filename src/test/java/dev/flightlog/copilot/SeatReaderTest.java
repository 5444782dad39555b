package dev.flightlog.copilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.flightlog.github.rest.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SeatReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    @Test
    void readsOffsetsDatesAndTeams() {
        SeatPage page = page("""
            {"total_seats": 1, "new_field": {}, "seats": [{
              "created_at": "2021-08-03T18:00:00-06:00", "updated_at": "2021-09-23T15:00:00-06:00",
              "pending_cancellation_date": "2021-11-01", "last_activity_at": "2021-10-14T00:53:32-06:00",
              "last_activity_editor": "vscode/1.77.3/copilot/1.86.82",
              "last_authenticated_at": "2021-10-14T00:53:32Z", "plan_type": "enterprise", "tomorrow": [1],
              "assignee": {"login": "octocat", "id": 1, "type": "User"},
              "assigning_team": {"id": 7, "name": "Justice League", "slug": "justice-league"}}]}\
            """);

        assertThat(page.totalSeats()).isEqualTo(1);
        assertThat(page.seats())
                .containsExactly(new CopilotSeat(
                        1,
                        "octocat",
                        "enterprise",
                        new CopilotSeat.AssigningTeam(7, "justice-league"),
                        Instant.parse("2021-08-04T00:00:00Z"),
                        LocalDate.parse("2021-11-01"),
                        Instant.parse("2021-10-14T06:53:32Z"),
                        "vscode/1.77.3/copilot/1.86.82",
                        Instant.parse("2021-10-14T00:53:32Z")));
    }

    @Test
    void takesTheOrganizationsPlanOnlyWhereTheSeatNamesNone() {
        SeatPage page = page("""
            {"total_seats": 3, "seats": [
              {"created_at": "2026-01-01T00:00:00Z", "assignee": {"login": "a", "id": 1}},
              {"created_at": "2026-01-01T00:00:00Z", "assignee": {"login": "b", "id": 2}, "plan_type": "unknown"},
              {"created_at": "2026-01-01T00:00:00Z", "assignee": {"login": "c", "id": 3}, "plan_type": "galactic"},
              {"created_at": "2026-01-01T00:00:00Z", "assignee": {"login": "d", "id": 4}, "plan_type": 7},
              {"created_at": "2026-01-01T00:00:00Z", "assignee": {"login": "e", "id": 5}, "plan_type": null}
            ]}\
            """);

        assertThat(page.seats())
                .extracting(CopilotSeat::planType)
                .as("what is no word says nothing")
                .containsExactly("business", "unknown", "unknown", "business", "business");
    }

    @Test
    void countsWhatNamesNoPersonOrDate() {
        SeatPage page = page("""
            {"total_seats": 4, "seats": [
              {"created_at": "2026-01-01T00:00:00Z", "assignee": null},
              {"created_at": null, "assignee": {"login": "b", "id": 2}},
              {"created_at": "soon", "assignee": {"login": "c", "id": 3}},
              {"created_at": "2026-01-01T00:00:00Z", "last_activity_at": "never", "last_activity_editor": null,
               "pending_cancellation_date": null, "assigning_team": null, "assignee": {"login": "d", "id": 4}}
            ]}\
            """);

        assertThat(page.unreadable()).isEqualTo(3);
        assertThat(page.seats()).singleElement().satisfies(seat -> {
            assertThat(seat.login()).isEqualTo("d");
            assertThat(seat.lastActivityAt()).isNull();
            assertThat(seat.assigningTeam()).isNull();
        });
    }

    @Test
    void aTimeInTheFutureSaysNothing() {
        SeatPage page = page("""
            {"total_seats": 3, "seats": [
              {"created_at": "2026-01-01T00:00:00Z", "last_activity_at": "2027-05-01T10:00:00Z",
               "last_authenticated_at": "2026-11-21T10:00:00Z", "assignee": {"login": "a", "id": 1}},
              {"created_at": "2026-01-01T00:00:00Z", "last_activity_at": "2026-11-21T08:00:00Z",
               "last_authenticated_at": "2026-11-19T10:00:00Z", "assignee": {"login": "b", "id": 2}},
              {"created_at": "2027-01-01T00:00:00Z", "assignee": {"login": "c", "id": 3}}
            ]}\
            """);

        assertThat(page.seats())
                .as("clocks may differ by a day")
                .extracting(CopilotSeat::login, CopilotSeat::lastActivityAt, CopilotSeat::lastAuthenticatedAt)
                .containsExactly(
                        tuple("a", null, null),
                        tuple("b", Instant.parse("2026-11-21T08:00:00Z"), Instant.parse("2026-11-19T10:00:00Z")));
        assertThat(page.future()).isEqualTo(2);
        assertThat(page.unreadable()).isEqualTo(1);
    }

    @Test
    void readsAnEnterpriseTeamWithoutSlugByItsName() {
        SeatPage page = page("""
            {"total_seats": 1, "seats": [{"created_at": "2026-01-01T00:00:00Z",
              "assignee": {"login": "a", "id": 1}, "assigning_team": {"id": 9, "name": "All staff"}}]}\
            """);

        assertThat(page.seats().getFirst().assigningTeam()).isEqualTo(new CopilotSeat.AssigningTeam(9, "All staff"));
    }

    @Test
    void takesAnAnswerWithoutSeatsAsEmpty() {
        assertThat(page("{}").seats()).isEmpty();
    }

    @Test
    void keepsSettingsAndBreakdownAsGitHubGivesThem() {
        CopilotPlan plan = CopilotPlan.of(json("""
            {"seat_breakdown": {"total": 12, "added_this_cycle": 9, "pending_invitation": 0},
             "seat_management_setting": "assign_selected", "cli": "enabled", "plan_type": "business",
             "new_setting": "on", "new_object": {}}\
            """));

        assertThat(plan.planType()).isEqualTo("business");
        assertThat(plan.breakdown()).isEqualTo(new CopilotPlan.Breakdown(12, 9, null, 0, null, null));
        assertThat(plan.settings())
                .hasToString("{\"seat_management_setting\":\"assign_selected\",\"cli\":\"enabled\","
                        + "\"new_setting\":\"on\"}");
    }

    private static SeatPage page(String answer) {
        return SeatReader.page(json(answer), "business", NOW);
    }

    private static com.fasterxml.jackson.databind.JsonNode json(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
