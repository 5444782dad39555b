package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Member;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Reaction;
import dev.flightlog.fake.model.ReportKind;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.fake.model.Seat;
import dev.flightlog.fake.model.Team;
import dev.flightlog.fake.report.HandMadeReports;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.policy.Policy;
import dev.flightlog.support.HeardLog;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Organizations as they are in the field: with teams of their enterprise, an internal repository, odd rows and ticks. */
class OddOrganizationsTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final TestApplication app = TestApplication.start(clock);
    private final InventedOrganization acme = InventedOrganization.create(
                    app.github().world(), "acme", 46, 60, 9, 10)
            .punctual();
    private final Repository governance = acme.organization().governance();

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void aTeamOfTheEnterpriseIsNamedInCommandsAndInThePolicyAsGitHubNamesIt() {
        Team guild = acme.organization().addTeam("Guild", "ent:guild", null);
        List<Member> members = acme.organization().members().stream()
                .filter(member -> acme.organization().hasSeat(member.person().id()))
                .skip(20)
                .limit(12)
                .toList();
        members.forEach(member -> guild.add(member.person()));
        commit("""
            version: 1
            summary:
              mention: ["@acme/ent:guild"]
            seats:
              exempt:
                - team: ent:guild
            access:
              admin_teams: ["ent:guild"]
            """);
        install();

        String member = members.getFirst().person().login();
        assertThat(answer("/copilot policy"))
                .contains("| team ent:guild | line 5 |", "| ent:guild | line 8 |")
                .doesNotContain("broken", "is not in force", "nobody here");
        assertThat(answer("/copilot team ent:guild")).contains("**Guild: ", "12 people hold a seat");
        assertThat(answer("/copilot team @acme/ent:guild")).contains("**Guild: ");
        assertThat(answer("/copilot user " + member)).contains("exempt", "ent:guild");
        assertThat(says(member, "/copilot cost").reactions())
                .extracting(Reaction::content)
                .contains("+1");
        assertThat(post().body()).contains("@acme/ent:guild");
    }

    @Test
    void anInternalRepositoryNamesNobodyBecauseTheWholeEnterpriseReadsIt() {
        governance.setInternal(true);
        install();

        String seats = answer("/copilot seats all");

        assertThat(acme.organization().seats())
                .noneMatch(seat -> seats.contains("`" + seat.assignee().login() + "`"));
        assertThat(seats).contains("People are not named here");
    }

    @Test
    void whatWasLeftOutOfAReportStandsInLogAndStatus() {
        HandMadeReports reports = new HandMadeReports();
        for (LocalDate day = LocalDate.parse("2026-11-09");
                day.isBefore(LocalDate.parse("2026-11-17"));
                day = day.plusDays(1)) {
            reports.put(ReportKind.USERS_1_DAY, day, row(day, 1001), row(day, 1002), row(day, 0));
        }
        acme.organization().reports(reports);
        try (HeardLog log = new HeardLog()) {
            install();

            assertThat(log.text())
                    .contains("report users-1-day of 2026-11-16: left out of it: rows 1, values 0; the first: row 3");
        }

        assertThat(answer("/copilot status"))
                .contains("Left out of GitHub's reports: 8 rows and 0 values; the first: users-1-day of 2026-11-16, row"
                        + " 3")
                .contains("Nothing is wrong");
    }

    @Test
    void aSundayOnWhichNobodyWasActiveIsNeverSaidToBeUnpublished() {
        HandMadeReports reports = new HandMadeReports();
        LocalDate sunday = LocalDate.parse("2026-11-15");
        for (LocalDate day = LocalDate.parse("2026-10-01");
                day.isBefore(LocalDate.parse("2026-11-17"));
                day = day.plusDays(1)) {
            boolean quiet = day.equals(sunday);
            if (quiet) {
                reports.put(ReportKind.USERS_1_DAY, day);
            } else {
                reports.put(ReportKind.USERS_1_DAY, day, row(day, 1001), row(day, 1002));
            }
            reports.put(
                    ReportKind.ORGANIZATION_1_DAY,
                    day,
                    "{\"day\":\"" + day + "\",\"daily_active_users\":" + (quiet ? 0 : 2) + "}");
        }
        acme.organization().reports(reports);
        install();

        assertThat(post().body()).doesNotContain("published no figures");
        app.pass(Duration.ofHours(7));
        app.pass(Duration.ofHours(1));
        assertThat(post().body()).doesNotContain("published no figures", "of 7 days:", "still to be read");
    }

    @Test
    void whoIsLeftOutOfTheListingOfSeatsHasNotLostTheSeat() {
        install();
        List<Person> left = acme.organization().seats().stream()
                .map(Seat::assignee)
                .limit(2)
                .toList();
        left.forEach(acme.organization().copilot()::leaveOutOfListing);
        acme.organization().copilot().countMore(1);
        acme.organization().removeSeat(left.getLast());
        try (HeardLog log = new HeardLog()) {
            for (int reading = 0; reading < 5; reading++) {
                app.pass(Duration.ofHours(7));
            }

            assertThat(log.text().lines().filter(line -> line.contains("GitHub counts 59 seats")))
                    .as("said when it is new, not at each of the five readings")
                    .hasSize(2);
        }

        assertThat(answer("/copilot user " + left.getFirst().login())).contains("has a Copilot seat");
        assertThat(answer("/copilot user " + left.getLast().login())).contains("no Copilot seat");
        assertThat(answer("/copilot status"))
                .contains("GitHub counts 59 seats and lists 57, also when asked again. Of the people it left out, asked"
                        + " about one by one, 1 holds a seat and 0 hold none any more. 1 seat that GitHub counts is not"
                        + " shown here: it does not say whose.")
                .contains("Nothing is wrong");
        assertThat(app.query("select count(*) from seat_change where change = 'revoked'"))
                .containsExactly("1");
    }

    @Test
    void aTickedLineStaysTickedWhenThePostIsEdited() {
        install();
        Issue post = post();
        String line = post.body()
                .lines()
                .filter(each -> each.startsWith("- [ ] "))
                .findFirst()
                .orElseThrow();
        String ticked = line.replace("[ ]", "[x]");
        post.edit(post.body().replace(line, ticked), clock.instant());

        acme.restate(LocalDate.parse("2026-11-14"));
        app.pass(Duration.ofHours(7));

        assertThat(post.body())
                .contains("GitHub restated the figures of Nov 14", ticked + "\n")
                .doesNotContain(line);
    }

    private static String row(LocalDate day, long person) {
        return "{\"day\":\"" + day + "\",\"user_id\":" + person + ",\"user_login\":\"p" + person
                + "\",\"user_initiated_interaction_count\":3}";
    }

    private void commit(String policy) {
        governance.history().commit("main", acme.admin(), "Policy", Map.of(Policy.FILE, policy));
    }

    private void install() {
        app.github().installApp(acme.organization());
        app.runJobs();
    }

    private Issue post() {
        return governance.issues().stream()
                .filter(issue -> issue.title().startsWith("Copilot weekly"))
                .findFirst()
                .orElseThrow();
    }

    private String answer(String command) {
        says(acme.admin().login(), command);
        return post().commentsOf(app.github().bot()).getLast().body();
    }

    private Comment says(String login, String command) {
        clock.advance(Duration.ofMinutes(1));
        Comment comment = app.github().people().comment(post(), login, command);
        app.runJobs();
        return comment;
    }
}
