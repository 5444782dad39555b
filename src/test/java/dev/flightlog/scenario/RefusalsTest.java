package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.Fault;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Reaction;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.policy.Policy;
import dev.flightlog.support.LogLines;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each reason that GitHub gives has its name and its remedy, in the log once and in the state of the source. */
class RefusalsTest {
    private static final String IP_ALLOW_LIST =
            "Although you appear to have the correct authorization credentials, the `acme` organization has an IP allow"
                    + " list enabled, and your IP address is not permitted to access this resource.";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T10:00:00Z"));
    private final FakeGitHub github = FakeGitHub.start(FakeApp.generate(), clock);
    private final TestApplication app = TestApplication.start(clock, github, Map.of());
    private final Organization acme = InventedOrganization.create(github.world(), "acme", 42, 14, 3, 2)
            .punctual()
            .organization();

    @AfterEach
    void nothingDies() {
        try {
            assertThat(app.query("select job from dead_job")).isEmpty();
        } finally {
            app.careless().close();
        }
    }

    @Test
    void anIpAllowListIsNoMissingPermission() {
        github.faults().always("/(orgs|repos)/acme", status(403, IP_ALLOW_LIST));
        try (LogLines log = LogLines.of("dev.flightlog")) {
            github.installApp(acme);
            app.runJobs();
            app.pass(Duration.ofHours(3));

            assertThat(problems())
                    .contains("directory ip_allow_list", "governance ip_allow_list", "seats ip_allow_list")
                    .noneMatch(line -> line.endsWith("permission"));
            assertThat(detail("seats"))
                    .startsWith("The organization's IP allow list keeps this server out.")
                    .endsWith("GitHub says: " + IP_ALLOW_LIST);
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("IP allow list"))
                    .as("told once for all sources, though each is tried every hour")
                    .singleElement()
                    .satisfies(line -> assertThat(line).startsWith("WARN all sources: "));
            assertThat(log.lines()).noneMatch(line -> line.startsWith("ERROR"));
        }
    }

    @Test
    void aMissingPermissionIsNamed() {
        github.faults().always("/orgs/acme/copilot/billing", status(403, "Resource not accessible by integration"));
        github.installApp(acme);
        app.runJobs();

        assertThat(problems()).containsExactly("seats permission");
        assertThat(detail("seats")).contains("organization_copilot_seat_management");
    }

    @Test
    void singleSignOnIsSaid() {
        Fault saml =
                status(403, "Resource protected by organization SAML enforcement. You must grant your token access.");
        github.installApp(acme);
        app.runJobs();
        try (LogLines log = LogLines.of("dev.flightlog")) {
            github.faults().always("/(orgs|repos)/acme", saml);
            app.pass(Duration.ofHours(7));

            assertThat(problems()).contains("seats single_sign_on");
            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith("WARN") || line.startsWith("ERROR"))
                    .as("told once for all sources")
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith("WARN all sources: GitHub refuses because of the organization's SAML single"
                                    + " sign-on. An owner looks under Settings, Authentication security"));
        }
    }

    @Test
    void aSuspensionIsSaidWithTheRemedy() {
        Installation installation = github.installApp(acme);
        app.runJobs();
        try (LogLines log = LogLines.of("dev.flightlog")) {
            installation.suspend(clock.instant());
            app.runJobs();
            app.pass(Duration.ofHours(3));

            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith("WARN") || line.startsWith("ERROR"))
                    .containsExactly(
                            "WARN the installation of organization acme is suspended: nothing is read or posted"
                                    + " until an owner ends that under Settings, GitHub Apps");
        }
    }

    @Test
    void anArchivedRepositoryNeedsAPerson() {
        governance().archive(true);
        github.installApp(acme);
        app.runJobs();

        assertThat(problems()).contains("governance archived");
        assertThat(detail("governance")).contains("is archived", "Danger Zone");
    }

    @Test
    void issuesThatAreOffAreToldOnceAndTriedQuietly() {
        governance().hasIssues(false);
        try (LogLines log = LogLines.of("dev.flightlog")) {
            github.installApp(acme);
            app.runJobs();
            for (int round = 0; round < 4; round++) {
                app.pass(Duration.ofMinutes(5));
            }

            assertThat(problems()).contains("posts issues_off");
            assertThat(detail("posts")).startsWith("Issues are switched off in the governance repository.");
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("Issues are switched off"))
                    .hasSize(1);
            assertThat(log.lines()).noneMatch(line -> line.startsWith("ERROR"));
        }
        governance().hasIssues(true);
        app.pass(Duration.ofMinutes(5));
        assertThat(governance().issues()).hasSize(1);
        assertThat(problems()).isEmpty();
    }

    @Test
    void aKeyThatIsRefusedIsSaidInGitHubsWordsWithTheClock() {
        github.faults()
                .always(
                        "/app/installations/[0-9]+/access_tokens",
                        status(401, "'Expiration time' claim ('exp') is too far in the future"));
        github.installApp(acme);
        app.runJobs();

        assertThat(problems()).contains("seats clock");
        assertThat(detail("seats"))
                .contains("the server's clock is wrong: it is ", " seconds behind GitHub's")
                .contains("GitHub says: 'Expiration time' claim ('exp') is too far in the future.");
    }

    @Test
    void aKeyThatStaysRefusedIsNoFailureOfAJob() {
        github.installApp(acme);
        app.runJobs();
        refuseTheKey();
        try (LogLines log = LogLines.of("dev.flightlog")) {
            for (int hour = 0; hour < 26; hour++) {
                app.pass(Duration.ofHours(1));
            }

            assertThat(app.query("select job from dead_job")).isEmpty();
            assertThat(log.lines()).noneMatch(line -> line.startsWith("ERROR"));
            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith("WARN"))
                    .as("told once a day, by whichever job meets it first")
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line).startsWith("WARN GitHub does not accept the app's key"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401|'Issued at' claim ('iat') must be an Integer|because the server's clock is wrong",
                "401|A JSON web token could not be decoded|: the private key is not one of the App in FLIGHTLOG_GITHUB_APP_ID.",
                "401|Integration must generate a public key|: the App in FLIGHTLOG_GITHUB_APP_ID has no private key.",
                "404|Integration not found|: no App has the ID in FLIGHTLOG_GITHUB_APP_ID."
            })
    void aKeyThatIsRefusedFromTheFirstStartIsSaidOnceWithTheRemedy(int status, String said, String remedy) {
        github.faults().always("(GET|POST) /app", status(status, said));
        try (LogLines log = LogLines.of("dev.flightlog")) {
            app.pass(Duration.ofHours(3));

            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith("WARN") || line.startsWith("ERROR"))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith("WARN GitHub does not accept the app's key")
                            .contains(remedy)
                            .endsWith("GitHub says: " + said + ". It is tried again by itself."));
        }
    }

    /** Longer than any number of attempts, and with work that no timetable asks for again. */
    @Test
    void anOutageOfGitHubIsToldOnceAndKillsNoJob() {
        github.installApp(acme);
        app.runJobs();
        Issue issue = github.people().openIssue(governance(), admin(), "Ask here", "");
        github.faults().always(".*", Fault.status(503));
        try (LogLines log = LogLines.of("dev.flightlog")) {
            Comment asked = github.people().comment(issue, admin(), "/copilot status");
            for (int minute = 0; minute < 150; minute++) {
                app.pass(Duration.ofMinutes(1));
            }
            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith("WARN") || line.startsWith("ERROR"))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith("WARN no answer from GitHub: ")
                            .contains(" answers 503. "));
            assertThat(app.query("select max(consecutive_failures) from scheduled_tasks"))
                    .as("attempts of the first half minute")
                    .allMatch(failures -> Integer.parseInt(failures) < 4);

            github.faults().clear();
            app.pass(Duration.ofMinutes(1));

            assertThat(log.lines())
                    .filteredOn(line -> line.contains(" answers again, after "))
                    .hasSize(1);
            assertThat(asked.reactions()).extracting(Reaction::content).containsExactly("eyes", "+1");
        }
    }

    /** In an incident GitHub fails at some requests and answers others. */
    @Test
    void aCommandThatGitHubFailsForHoursIsAnsweredInTheEndAndToldOnce() {
        github.installApp(acme);
        app.runJobs();
        Issue issue = github.people().openIssue(governance(), admin(), "Ask here", "");
        github.faults().always("POST .*/issues/\\d+/comments$", Fault.status(502));
        try (LogLines log = LogLines.of("dev.flightlog")) {
            Comment asked = github.people().comment(issue, admin(), "/copilot status");
            Comment other = github.people().comment(issue, admin(), "/copilot help");
            app.runJobs();
            for (int quarter = 0; quarter < 16; quarter++) {
                app.pass(Duration.ofMinutes(15));
            }
            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith("WARN job command"))
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("3 of 56 attempts", "GitHub answered 502"));

            github.faults().clear();
            app.pass(Duration.ofMinutes(31));

            assertThat(List.of(asked, other))
                    .allSatisfy(comment -> assertThat(comment.reactions())
                            .extracting(Reaction::content)
                            .containsExactly("eyes", "+1"));
            assertThat(log.lines()).noneMatch(line -> line.startsWith("ERROR"));
        }
    }

    private String admin() {
        return acme.members().getFirst().person().login();
    }

    /** No timetable asks for it again, so it must not be dropped. */
    @Test
    void whatAnEventAskedForIsKeptWhileTheKeyIsRefused() {
        github.installApp(acme);
        app.runJobs();
        refuseTheKey();
        app.pass(Duration.ofHours(1));
        github.people()
                .push(
                        governance(),
                        acme.members().getFirst().person().login(),
                        Policy.FILE,
                        "seats: {idle_after: 45d}\n");
        app.runJobs();

        assertThat(app.query("select task_name from scheduled_tasks where task_name = 'policy-check'"
                        + " union select job from dead_job where job = 'policy-check'"))
                .containsExactly("policy-check");
        app.careless();
    }

    @Test
    void theInstallationOfAnEnterpriseIsIgnoredWithALine() throws Exception {
        JsonNode event = new ObjectMapper().readTree("""
            {"action": "created", "installation": {"id": 77, "target_type": "Enterprise", "permissions": {},
             "account": {"id": 9001, "slug": "acme-inc", "name": "Acme Inc"}}}
            """);
        try (LogLines log = LogLines.of("dev.flightlog")) {
            assertThat(github.deliver("installation", event).ok()).isTrue();
            app.runJobs();

            assertThat(log.lines())
                    .containsOnlyOnce(
                            "WARN installation 77 is of a person's account or of an enterprise and is ignored:"
                                    + " install the App in each organization");
            assertThat(app.query("select state from delivery")).containsExactly("ignored");
        }
    }

    @ParameterizedTest
    @CsvSource({"installation_repositories, added", "installation_target, renamed", "repository, renamed"})
    void furtherEventsOfAnEnterpriseAreIgnoredWithALine(String name, String action) throws Exception {
        JsonNode event = new ObjectMapper().readTree("""
            {"action": "%s", "target_type": "Enterprise", "account": {"id": 9001, "slug": "acme-inc"},
             "installation": {"id": 77, "target_type": "Enterprise",
             "account": {"id": 9001, "slug": "acme-inc", "name": "Acme Inc"}}}
            """.formatted(action));
        try (LogLines log = LogLines.of("dev.flightlog")) {
            assertThat(github.deliver(name, event).ok()).isTrue();
            app.runJobs();

            assertThat(log.lines())
                    .containsOnlyOnce(
                            "WARN an event " + name + " of installation 77 is of an enterprise and is ignored:"
                                    + " install the App in each organization");
            assertThat(app.query("select state from delivery")).containsExactly("ignored");
        }
    }

    @Test
    void aHistoryThatIsReadAgainIsNotShownAsBrokenUntilItsEnd() {
        github.installApp(acme);
        app.runJobs();
        refuseTheKey();
        app.pass(Duration.ofHours(2));
        assertThat(problems()).contains("history clock");

        github.faults().clear();
        app.pass(Duration.ofHours(12));

        assertThat(app.query("select succeeded_at is null from source_read where source = 'history'"))
                .as("more of the past is left to read")
                .containsExactly("t");
        assertThat(problems()).noneMatch(line -> line.startsWith("history"));
        app.careless();
    }

    private void refuseTheKey() {
        github.faults()
                .always(
                        "/app/installations/[0-9]+/access_tokens",
                        status(401, "'Expiration time' claim ('exp') is too far in the future"));
    }

    private Repository governance() {
        return acme.repository("copilot-governance");
    }

    private List<String> problems() {
        return app.query("select source || ' ' || problem from source_read where problem is not null order by 1");
    }

    private String detail(String source) {
        return app.query("select detail from source_read where source = '" + source + "'")
                .getFirst();
    }

    private static Fault status(int status, String message) {
        return new Fault.Status(status, message, null, false);
    }
}
