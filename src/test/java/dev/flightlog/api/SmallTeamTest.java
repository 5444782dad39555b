package dev.flightlog.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flightlog.text.Numbers;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two teams of five and four under a parent of nine: the four cannot be computed from anything posted or answered, so the nine are hidden. */
class SmallTeamTest {
    private static final int WEEK = 7;
    private static Department acme;

    @BeforeAll
    static void install() {
        acme = new Department();
    }

    @AfterAll
    static void close() {
        acme.close();
    }

    @Test
    void thePostShowsTheFiveOnly() {
        List<String> posts = acme.posts();
        assertThat(posts)
                .as("the weekly post, and the alert that the month's credits are used")
                .hasSize(2);
        String post = posts.getFirst();

        assertThat(post).contains("3 teams shown, 2 teams hidden", "| Web | 5 | 5 |", "| Payments | 7 | 7 |");
        posts.forEach(SmallTeamTest::assertGivesNothingAway);
    }

    @Test
    void commandsShowTheFiveOnly() {
        List<String> answers = new ArrayList<>();
        for (String command : List.of(
                "/copilot teams",
                "/copilot teams sort=credits",
                "/copilot csv teams",
                "/copilot csv teams since=2026-11-02",
                "/copilot summary 2026-W46",
                "/copilot summary 2026-W45",
                "/copilot csv usage",
                "/copilot cost")) {
            answers.add(acme.says(acme.person(0), command));
        }
        assertThat(answers.getFirst()).contains("Web").contains("2 teams");

        answers.forEach(SmallTeamTest::assertGivesNothingAway);
    }

    @Test
    void nobodyIsToldAboutTheNineOrTheFour() {
        assertThat(acme.says(acme.person(0), "/copilot team web")).contains("5 people");
        for (String slug : List.of("platform", "mail")) {
            for (int asker : new int[] {0, 6, 20}) {
                String answer = acme.says(acme.person(asker), "/copilot team " + slug);

                assertThat(answer).doesNotContain("| Week", "| 9 |", "| 4 |");
                assertGivesNothingAway(answer);
            }
        }
    }

    @Test
    void theApiShowsTheFiveOnly() throws IOException {
        JsonNode list = json("/teams");
        assertThat(list.path("hidden_teams").asInt()).isEqualTo(2);
        assertThat(StreamSupport.stream(list.path("teams").spliterator(), false)
                        .map(team -> team.path("slug").asText()))
                .containsExactlyInAnyOrder("web", "payments", "late");

        for (String slug : List.of("platform", "mail")) {
            assertThat(acme.get("/teams/" + slug + "/history?since=2026-11-02").statusCode())
                    .isEqualTo(404);
        }
        for (String path : List.of(
                "/teams",
                "/teams/web/history?since=2026-11-02",
                "/summaries/2026-W46",
                "/summaries/2026-W45",
                "/usage?since=2026-11-02&until=2026-11-15",
                "/overview")) {
            assertGivesNothingAway(acme.get(path).body());
        }
    }

    @Test
    void aWeekWithADayOnWhichTooFewHeldASeatIsLeftOutOfTheHistory() throws IOException {
        assertThat(daysOfLate("2026-11-02"))
                .as("the week is shown elsewhere: less its last days it would be those with four seats")
                .isEmpty();
        assertThat(daysOfLate(Department.SEATS_OF_LATE.toString()))
                .as("also when only the last days are asked for")
                .isEmpty();
        assertThat(json("/teams/web/history?since=2026-11-02").path("data")).hasSize(14);
    }

    @Test
    void aWeekInWhichEnoughHeldASeatEveryDayIsInTheHistory() throws IOException {
        LocalDate monday = LocalDate.parse("2026-11-09");
        assertThat(moveSeatsOfLate(Department.SEATS_OF_LATE, monday)).hasSize(2);
        try {
            assertThat(daysOfLate("2026-11-02"))
                    .as("six members every day, but four seats in the week before")
                    .isEqualTo(
                            monday.datesUntil(Department.LAST_DAY.plusDays(1)).toList());
            assertThat(daysOfLate("2026-11-14")).hasSize(2);
        } finally {
            moveSeatsOfLate(monday, Department.SEATS_OF_LATE);
        }
    }

    private static List<String> moveSeatsOfLate(LocalDate from, LocalDate to) {
        return acme.application.query("update seat set created_at = '" + to + "T08:00:00Z' where created_at = '" + from
                + "T08:00:00Z' returning login");
    }

    private static List<LocalDate> daysOfLate(String since) throws IOException {
        return StreamSupport.stream(
                        json("/teams/late/history?since=" + since).path("data").spliterator(), false)
                .map(day -> LocalDate.parse(day.path("date").asText()))
                .toList();
    }

    /** Neither the sums of the nine and the four, by day, week or both weeks, nor a row with their names. */
    private static void assertGivesNothingAway(String text) {
        for (String team : List.of("platform", "mail")) {
            for (int days : new int[] {1, WEEK, 2 * WEEK}) {
                long credits = acme.credits(team, days);
                assertThat(text)
                        .as(team + ", " + days + " days")
                        .doesNotContainPattern("(?<![\\d,.])" + credits + "(?![\\d,])")
                        .doesNotContainPattern("(?<![\\d,.])" + Numbers.count(credits) + "(?![\\d,])");
            }
        }
        assertThat(text).doesNotContainPattern("(?i)(\\| *|^|\")(platform|mail)(\"|,| *\\|)");
    }

    private static JsonNode json(String path) throws IOException {
        return new ObjectMapper().readTree(acme.get(path).body());
    }
}
