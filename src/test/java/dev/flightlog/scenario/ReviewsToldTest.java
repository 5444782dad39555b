package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.model.CheckRun;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.PullRequest;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Open reviews and requests in the weekly post and in both checks, and what a changed policy would propose. */
class ReviewsToldTest {
    private final ReviewedOrganization acme = new ReviewedOrganization(8).writable();

    @AfterEach
    void close() {
        acme.close();
    }

    @BeforeEach
    void push() {
        acme.github().people().push(acme.repository, "ada", "README.md", "# Copilot at acme\n");
        acme.app.runJobs();
    }

    @Test
    void postAndChecksKnowAnApprovedReview() {
        Person zoe = acme.github().administrators().addMember(acme.acme, "zoe", "Zoe");
        acme.app.runJobs();
        acme.says(zoe, "/copilot request");
        acme.says(acme.ada, "/copilot review start");
        acme.says(acme.grace, "/copilot approve");
        acme.says(acme.ada, "/copilot refresh");
        for (int day = 0; day < 6; day++) {
            acme.app.pass(Duration.ofDays(1));
        }

        String told = "A seat review is approved: 8 seats are taken back when its notice is over";
        assertThat(seatsCheck()).contains(told, "1 member asks for a seat.").doesNotContain("review start");
        PullRequest pull = propose("seats: {idle_after: 45d}\n");
        assertThat(policyCheck(pull)).contains("Open now", told, "1 member asks for a seat.");

        acme.app.pass(Duration.ofDays(2));
        acme.says(acme.ada, "/copilot refresh");
        assertThat(seatsCheck()).contains("A seat review took back 8 of 8 seats, see `/copilot review`.");
        acme.app.pass(Duration.ofDays(7));
        acme.says(acme.ada, "/copilot refresh");
        assertThat(seatsCheck()).doesNotContain("took back");
    }

    @Test
    void theWeeklyPostKnowsAnApprovedReview() {
        SettableClock clock = new SettableClock(Instant.parse("2026-11-12T09:00:00Z"));
        try (TestApplication app = TestApplication.start(clock)) {
            InventedOrganization invented = InventedOrganization.create(
                            app.github().world(), "acme", 42, 60, 9, 10)
                    .punctual();
            app.github().installApp(invented.organization());
            app.runJobs();
            app.execute("""
                insert into seat_review (org_id, number, state, started_at, idle_after_days, notice_days, more_seats
                  , announced_at, notice_ends_at, approved_at, approved_by_id, approved_by_login, approved_digest
                  , approved_seats)
                select org_id, 1, 'approved', started, 60, 28, 0, started, started + interval '28 days', started, 1, 'bo'
                  , repeat('0', 64), 0
                from organization, cast('2026-11-12T09:00:00Z' as timestamptz) as started
                """);
            for (int day = 0; day < 6; day++) {
                app.pass(Duration.ofDays(1));
            }

            assertThat(post(invented))
                    .contains("It is approved. Until its notice is over people can say `/copilot keep`")
                    .doesNotContain("review start");

            app.execute("update seat_review set state = 'cancelled', closed_at = '2026-11-18T09:00:00Z'"
                    + ", closed_by_id = 1, closed_by_login = 'bo'");
            app.pass(Duration.ofMinutes(10));

            assertThat(post(invented)).doesNotContain("It is approved.");
            long edits = edits(app);
            app.pass(Duration.ofMinutes(10));
            assertThat(edits(app)).as("edited once").isEqualTo(edits);
        }
    }

    private static long edits(TestApplication app) {
        return app.github().requests().stream()
                .filter(request ->
                        request.method().equals("PATCH") && request.path().contains("/issues/"))
                .count();
    }

    private static String post(InventedOrganization invented) {
        return invented.organization().governance().issues().stream()
                .map(Issue::body)
                .filter(body -> body.contains("<!-- flightlog:summary 2026-W46 -->"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anotherMostOfAReviewIsTriedOnTodaysSeatsWhoeverProposesIt() {
        assertThat(policyCheck(propose("reviews: {max_seats: 6}\n")))
                .contains("A seat review would propose 6 seats today instead of 8.");
        acme.github().administrators().publicize(acme.repository);
        acme.app.runJobs();
        assertThat(policyCheck(propose("reviews: {max_seats: 7}\n")))
                .contains("A seat review would propose 7 seats today instead of 8.");
    }

    private PullRequest propose(String policy) {
        PullRequest pull = acme.github()
                .people()
                .openPullRequest(
                        acme.repository,
                        "grace",
                        "change-" + policy.length() + policy.hashCode(),
                        "Change",
                        Map.of(".github/flightlog.yml", policy));
        acme.app.runJobs();
        return pull;
    }

    private String policyCheck(PullRequest pull) {
        return check(pull.head().sha(), "Flightlog / policy");
    }

    private String seatsCheck() {
        return check(acme.repository.history().head("main").orElseThrow().sha(), "Flightlog / seats");
    }

    private String check(String commit, String name) {
        List<CheckRun> runs = acme.repository.checkRunsOf(commit).stream()
                .filter(run -> run.name().equals(name))
                .toList();
        assertThat(runs).as(name + " on " + commit).isNotEmpty();
        return Objects.requireNonNull(runs.getFirst().output().summary());
    }
}
