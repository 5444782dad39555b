package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.app.OperatorCommand;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.ReportFiles;
import dev.flightlog.fake.model.ReportKind;
import dev.flightlog.fake.model.ReportSource;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Days that come late, or come again with other figures: nothing stays missing or old, and nothing false is said. */
class LateDaysTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-18");
    private static final String POST = "Copilot weekly · acme · 2026-W46";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T07:00:00Z"));
    private final TestApplication app = TestApplication.start(clock);
    private final InventedOrganization acme = InventedOrganization.create(
                    app.github().world(), "acme", 7, 40, 4, 8)
            .punctual();

    @AfterEach
    void stop() {
        app.close();
    }

    /** GitHub publishes nothing for nine days and then everything. */
    @Test
    void afterNineDaysOfSilenceEverythingIsHereWithinTwoReadings() {
        List<LocalDate> silent = TODAY.minusDays(10).datesUntil(TODAY).toList();
        silent.forEach(acme::withhold);
        app.github().installApp(acme.organization());
        app.runJobs();
        assertThat(days()).doesNotContain("2026-11-08", "2026-11-11", "2026-11-16");
        app.pass(Duration.ofDays(1));
        Issue alert = issue("No new Copilot data for acme");
        assertThat(alert.body())
                .contains("The last day with usage data is Nov 7, 2026.")
                .contains("had published no report for a newer day when it was last asked");

        silent.forEach(acme::release);
        String asked = ask(alert, "/copilot summary 2026-W46");
        app.pass(Duration.ofHours(7));
        String afterOneReading = String.join("\n", said());
        app.pass(Duration.ofHours(7));

        assertThat(days())
                .containsAll(TODAY.minusDays(28)
                        .datesUntil(TODAY.minusDays(1))
                        .map(LocalDate::toString)
                        .toList());
        assertThat(issue(POST).body()).doesNotContain("published no figures", "still to be read", "of 7 days:**");
        assertThat(alert.open()).isFalse();
        assertThat(asked + afterOneReading + String.join("\n", said()))
                .doesNotContain("has not published", "has published no");
    }

    @Test
    void onlyOfADayThatWasAskedForSinceItWasDueItIsSaidThatItIsNotPublished() {
        acme.withhold(LocalDate.parse("2026-11-12"));
        app.github().installApp(acme.organization());
        app.runJobs();
        Issue post = issue("Copilot weekly");
        assertThat(ask(post, "/copilot summary 2026-W46"))
                .contains("**6 of 7 days:** GitHub had published no figures of Nov 12 when it was last asked. The"
                        + " numbers lack");

        app.execute("update report_import set outcome = 'failed' where kind = 'users-1-day' and day = '2026-11-12'");

        assertThat(ask(post, "/copilot summary 2026-W46"))
                .as("a report that could not be understood")
                .contains("**6 of 7 days:** Nov 12 is still to be read.")
                .doesNotContain("had published no figures");

        app.execute("update report_import set outcome = 'no_data', attempted_at = timestamptz '2026-11-14 23:00Z'"
                + " where kind = 'users-1-day' and day = '2026-11-12'");

        assertThat(ask(post, "/copilot summary 2026-W46"))
                .contains("**6 of 7 days:** Nov 12 is still to be read. The numbers lack that day.")
                .doesNotContain("had published no figures");
    }

    /** The table of teams has fewer days than the post, until the teams of those days come. */
    @Test
    void thePostSaysOnHowManyDaysItsTeamsRest() {
        Set<LocalDate> gone = ConcurrentHashMap.newKeySet();
        gone.add(LocalDate.parse("2026-11-10"));
        gone.add(LocalDate.parse("2026-11-11"));
        withoutTeamsOf(gone);
        app.github().installApp(acme.organization());
        app.runJobs();
        app.pass(Duration.ofHours(7));
        Issue post = issue(POST);
        assertThat(ask(post, "/copilot teams")).contains("W46", "5 of 7 days");
        assertThat(post.body())
                .contains("hidden, 5 of 7 days</summary>", "Who was in which team on Nov 10 and Nov 11 is not known")
                .contains("(7 of 7 days). Of teams 5 of 7 days.");

        gone.clear();
        acme.restate(LocalDate.parse("2026-11-15"));
        for (int halfDays = 0; halfDays < 6; halfDays++) {
            app.pass(Duration.ofHours(12));
        }

        assertThat(post.body())
                .contains("who was in which team on Nov 10 and Nov 11 came")
                .doesNotContain("is not known: those days", "Of teams 5");
    }

    private void withoutTeamsOf(Set<LocalDate> gone) {
        ReportSource whole = acme.organization().reports();
        acme.organization().reports(new ReportSource() {
            @Override
            public Optional<ReportFiles> day(ReportKind kind, LocalDate day, LocalDate today) {
                return kind == ReportKind.USER_TEAMS_1_DAY && gone.contains(day)
                        ? Optional.empty()
                        : whole.day(kind, day, today);
            }

            @Override
            public Optional<LocalDate> latest(LocalDate today) {
                return whole.latest(today);
            }
        });
    }

    /** What is read of the past may be the last activity known of somebody whom the listing has none of. */
    @Test
    void decisionsKeptKnowWhatTheirRowsTell() {
        Person quiet = acme.developer();
        app.github().installApp(acme.organization());
        app.runJobs();
        app.execute(
                "update seat set last_activity_at = null, created_at = '2026-01-05Z' where person_id = " + quiet.id());
        app.execute("delete from usage_person where person_id = " + quiet.id());
        app.execute("update seat_decision set state = 'never_used', reason = 'no activity was ever known' where"
                + " person_id = " + quiet.id());

        for (int fewAtATime = 0; fewAtATime < 12; fewAtATime++) {
            app.pass(Duration.ofSeconds(5));
            assertThat(app.query("""
                    select login from flightlog.seats
                    where state = 'never_used' and last_known_activity is not null
                    """)).isEmpty();
        }
        assertThat(app.query("select last_known_activity is null from flightlog.seats where person_id = " + quiet.id()))
                .containsExactly("f");
    }

    @Test
    void aDayThatGitHubRestatesLaterIsFoundByTheReportOf28Days() {
        LocalDate day = LocalDate.parse("2026-11-10");
        installAndReadThePast();
        String before = figures(day);

        acme.restate(day);
        app.pass(Duration.ofDays(5));
        assertThat(figures(day)).as("compared once a week").isEqualTo(before);
        app.pass(Duration.ofDays(3));

        assertThat(figures(day)).isNotEqualTo(before);
        assertThat(app.query("select day from report_import where restated_at is not null and kind = 'users-1-day'"))
                .containsExactly("2026-11-10");
        assertThat(issue(POST).body()).contains("GitHub restated the figures of Nov 10; the week was counted again.");
    }

    @Test
    void anOperatorHasMonthsReadAgainThatGitHubRestated() {
        LocalDate day = LocalDate.parse("2026-10-02");
        installAndReadThePast();
        String before = figures(day);
        acme.restate(day);
        acme.restate(day.minusDays(3));

        assertThat(reread("reread", "acme", "--since=2026-10-01")).isZero();
        for (int fewAtATime = 0; fewAtATime < 15; fewAtATime++) {
            app.pass(Duration.ofSeconds(5));
        }

        assertThat(figures(day)).isNotEqualTo(before);
        assertThat(app.query("select day from report_import where restated_at is not null and kind = 'users-1-day'"))
                .containsExactly("2026-10-02");
        assertThat(reread("reread", "acme")).isEqualTo(64);
        assertThat(reread("reread", "acme", "--since", "yesterday")).isEqualTo(64);
        assertThat(reread("reread", "nobody", "--since=2026-10-01")).isEqualTo(64);
    }

    private void installAndReadThePast() {
        app.github().installApp(acme.organization());
        app.runJobs();
        while (app.query("select 1 from source_read where source = 'history' and succeeded_at is not null")
                .isEmpty()) {
            app.pass(Duration.ofSeconds(5));
        }
    }

    private int reread(String... words) {
        return OperatorCommand.of(words).orElseThrow().run(app.bean(ApplicationContext.class));
    }

    private List<String> days() {
        return app.query("select day from usage_day where team_id = 0 order by day");
    }

    private String figures(LocalDate day) {
        return app.query("select concat_ws(' ', generations, acceptances, interactions, loc_added) from usage_day"
                        + " where team_id = 0 and day = '" + day + "'")
                .getFirst();
    }

    private Issue issue(String title) {
        return acme.organization().governance().issues().stream()
                .filter(issue -> issue.title().startsWith(title))
                .findFirst()
                .orElseThrow();
    }

    private String ask(Issue issue, String command) {
        app.github().people().comment(issue, acme.admin().login(), command);
        app.runJobs();
        return issue.commentsOf(app.github().bot()).getLast().body();
    }

    /** Every post, alert and answer. */
    private List<String> said() {
        return acme.organization().governance().issues().stream()
                .flatMap(issue -> Stream.concat(
                        Stream.of(issue.body()),
                        issue.commentsOf(app.github().bot()).stream().map(Comment::body)))
                .toList();
    }
}
