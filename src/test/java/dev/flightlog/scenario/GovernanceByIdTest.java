package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.Administrators;
import dev.flightlog.fake.Fault;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Reaction;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.fake.model.Team;
import dev.flightlog.governance.Policies;
import dev.flightlog.policy.Policy;
import dev.flightlog.session.Sessions;
import dev.flightlog.session.SignedIn;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The governance repository is the known id; a name, a hiccup and a lost file change nothing about who may do what. */
class GovernanceByIdTest {
    private static final String ADMINS = "version: 1\naccess:\n  admin_teams: [copilot-admins]\n";
    private static final String STRICT =
            "version: 1\nprivacy:\n  names: never\n  min_team_size: 10\n  retention: 3650d\n";
    private static final String TAKEN_OVER = "version: 1\naccess:\n  admin_teams: [payments]\n";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final TestApplication app = TestApplication.start(clock);
    private final Organization acme = app.github().world().addOrganization("acme");
    private final Person ada = acme.addOwner("ada");
    private final Person mia = acme.addMember("mia-member");
    private final Administrators owners = app.github().administrators();
    private final Map<String, String> sessions = new HashMap<>();

    GovernanceByIdTest() {
        acme.addTeam("Payments", "payments", null).add(mia);
        acme.addTeam("Copilot admins", "copilot-admins", null).add(ada);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void aRepositoryOfTheOldNameIsNotTheGovernanceRepository() {
        Repository real = install(ADMINS);
        acme.governanceRepository("gov-renamed");
        owners.rename(real, "gov-renamed");
        app.runJobs();
        Repository planted = plant();

        assertThat(app.query("select governance_repository_id from organization"))
                .containsExactly(Long.toString(real.id()));
        assertThat(inForce()).contains("copilot-admins").doesNotContain("payments");
        assertThat(says(planted, "mia-member", "/copilot seats idle")).isEmpty();
        assertThat(says(real, "mia-member", "/copilot seats idle")).containsExactly("eyes", "-1");
        assertThat(says(real, "ada", "/copilot seats idle")).containsExactly("eyes", "+1");
        assertThat(real.issues())
                .extracting(Issue::title)
                .contains("Another repository of acme is called copilot-governance");
        assertThat(planted.issues())
                .allMatch(issue -> issue.author() != app.github().bot());

        owners.delete(planted);
        app.runJobs();
        assertThat(real.issues().stream()
                        .filter(issue -> issue.title().startsWith("Another"))
                        .map(Issue::open))
                .containsExactly(false);
    }

    @Test
    void onlyAnOwnerAdoptsAnother() {
        Repository real = install(ADMINS);
        owners.delete(real);
        app.runJobs();
        Repository planted = plant();
        assertThat(inForce()).contains("copilot-admins");
        assertThat(app.query("select detail from source_read where source = 'governance'"))
                .singleElement()
                .asString()
                .contains("an owner comments /copilot adopt");
        assertThat(installedPage()).contains("An owner has to confirm");

        assertThat(says(planted, "mia-member", "/copilot adopt")).isEmpty();
        assertThat(says(planted, "ada", "/copilot cost")).isEmpty();
        assertThat(app.query("select governance_state from organization")).containsExactly("missing");

        assertThat(says(planted, "ada", "/copilot adopt")).containsExactly("+1");
        assertThat(app.query("select governance_repository_id from organization where governance_state = 'ready'"))
                .containsExactly(Long.toString(planted.id()));
        assertThat(inForce()).contains("payments");
        assertThat(app.query("select command || ' ' || outcome from command_log order by asked_at"))
                .containsExactly("adopt unheard", "adopt answered");
    }

    @Test
    void onThePageOnlyAnOwnerConfirmsToo() {
        Repository real = install(ADMINS);
        owners.delete(real);
        app.runJobs();
        Repository planted = plant();

        assertThat(confirm(mia, token(mia)).statusCode()).isEqualTo(403);
        assertThat(confirm(ada, token(mia)).statusCode())
                .as("a form of somebody else's")
                .isEqualTo(403);
        app.runJobs();
        assertThat(app.query("select governance_state from organization")).containsExactly("missing");

        assertThat(confirm(ada, token(ada)).statusCode()).isEqualTo(303);
        app.runJobs();
        assertThat(app.query("select governance_repository_id from organization where governance_state = 'ready'"))
                .containsExactly(Long.toString(planted.id()));
        assertThat(confirm(ada, token(ada)).statusCode()).as("done once").isEqualTo(404);
    }

    private HttpResponse<String> confirm(Person person, String csrf) {
        return send(HttpRequest.newBuilder(app.url("/setup/installed"))
                .header("Cookie", "flightlog=" + session(person))
                .header("Origin", "http://localhost:8080")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("csrf=" + csrf + "&installation_id=" + installation())));
    }

    /** Of the form that the person sees, or of their session where no form is shown. */
    private String token(Person person) {
        return app.bean(Sessions.class)
                .find(session(person))
                .map(SignedIn::csrfToken)
                .orElseThrow();
    }

    private String session(Person person) {
        return sessions.computeIfAbsent(
                person.login(),
                _ -> app.bean(Sessions.class).start(person.id(), person.login(), List.of(acme.id()), "test"));
    }

    @Test
    void whoTakesTheOldNameOfARenamedOrganizationGovernsNothing() {
        acme.rename("acme-new");
        Organization squatter = app.github().world().addOrganization("acme");
        Repository planted = squatter.addRepository("copilot-governance");
        planted.setPrivate(false);
        write(planted, TAKEN_OVER);
        clock.advance(Duration.ofHours(1));
        app.github().installApp(acme);
        app.execute("update organization set login = 'acme'");
        app.runJobs();

        assertThat(app.query("select coalesce(governance_repository_id, 0) from organization"))
                .containsExactly("0");
        assertThat(app.query("select count(*) from policy_file")).containsExactly("0");
    }

    @Test
    void whatAMemberMadeAfterTheInstallationWaitsForAnOwner() {
        app.github().installApp(acme);
        app.runJobs();
        Repository planted = plant();

        assertThat(app.query("select governance_state from organization")).containsExactly("missing");
        assertThat(says(planted, "mia-member", "/copilot cost")).isEmpty();

        assertThat(says(planted, "ada", "/COPILOT adopt ")).containsExactly("+1");
        assertThat(app.query("select governance_state from organization")).containsExactly("ready");
    }

    /** It was made before the installation, but got its name afterwards, from a member. */
    @Test
    void anOldRepositoryThatIsGivenTheNameLaterWaitsForAnOwnerToo() {
        Repository notes = acme.addRepository("mias-notes");
        write(notes, TAKEN_OVER);
        clock.advance(Duration.ofHours(1));
        app.github().installApp(acme);
        app.runJobs();
        clock.advance(Duration.ofHours(1));
        owners.rename(notes, "copilot-governance");
        app.runJobs();

        assertThat(app.query("select governance_state from organization")).containsExactly("missing");
        assertThat(says(notes, "mia-member", "/copilot seats idle")).isEmpty();

        assertThat(says(notes, "ada", "/copilot adopt")).containsExactly("+1");
        assertThat(app.query("select governance_state from organization")).containsExactly("ready");
    }

    /** Nobody changed who the admins are; who makes a team of the name of one that is gone gets nothing by that. */
    @Test
    void aTeamOfTheNameOfAGoneAdminTeamGivesNobodyARightWhateverElseChanges() {
        Repository real = install(ADMINS);
        Team admins = acme.team("copilot-admins");
        owners.deleteTeam(admins);
        app.runJobs();
        acme.addTeam("Copilot admins", "copilot-admins", null).add(mia);
        app.pass(Duration.ofDays(1));
        app.github().people().push(real, "ada", Policy.FILE, ADMINS + "seats:\n  idle_after: 45d\n");
        app.runJobs();

        assertThat(inForce()).contains("45d");
        assertThat(says(real, "mia-member", "/copilot seats idle")).containsExactly("eyes", "-1");
    }

    @Test
    void whatAnOwnerSelectedCountsAtOnce() {
        Installation installation = owners.installApp(acme, acme.addRepository("web-shop"));
        app.runJobs();
        clock.advance(Duration.ofHours(1));
        Repository made = owners.createRepository(acme, "copilot-governance");
        write(made, ADMINS);
        owners.grant(installation, made);
        app.runJobs();

        assertThat(app.query("select governance_state from organization")).containsExactly("ready");
        assertThat(inForce()).contains("copilot-admins");
    }

    @Test
    void aHiccupIsNoAbsence() {
        Repository real = install(STRICT);
        for (String request : List.of(
                "GET /repos/acme/copilot-governance/contents/.github/flightlog.yml",
                "GET /repos/acme/copilot-governance/commits/main")) {
            for (int status : new int[] {404, 409, 422, 500}) {
                app.github().faults().next(request, 1, Fault.status(status));
                owners.rename(real, real.name());
                app.runJobs();
                assertThat(inForce()).as(request + " " + status).isEqualTo(STRICT);
                assertThat(app.query("select outcome from source_read where source = 'policy'"))
                        .as(request + " " + status)
                        .containsExactly("later");
                app.github().faults().clear();
                app.pass(Duration.ofHours(1));
                assertThat(app.query("select outcome from source_read where source = 'policy'"))
                        .containsExactly("read");
            }
        }
    }

    @Test
    void aFileThatIsGoneIsSeenTwice() {
        Repository real = install(STRICT);
        app.github().people().push(real, "ada", Policy.FILE, (@Nullable String) null);
        app.runJobs();
        assertThat(inForce()).isEqualTo(STRICT);
        app.pass(Duration.ofMinutes(4));
        owners.rename(real, real.name());
        app.runJobs();
        assertThat(inForce()).isEqualTo(STRICT);

        app.pass(Duration.ofMinutes(1));

        assertThat(inForce()).isEqualTo("null");
    }

    @Test
    void aFileThatComesBackInTheMeantimeWasNeverGone() {
        Repository real = install(STRICT);
        app.github().people().push(real, "ada", Policy.FILE, (@Nullable String) null);
        app.runJobs();
        app.github().people().push(real, "ada", Policy.FILE, STRICT);
        app.runJobs();
        app.pass(Duration.ofMinutes(10));

        assertThat(inForce()).isEqualTo(STRICT);
        assertThat(app.query("select count(*) from policy_file where absent_since is null"))
                .containsExactly("1");
    }

    @Test
    void erasingWaitsADayAfterAPolicyMadeTheRetentionShorter() {
        Repository real = install(STRICT);
        Policies policies = app.bean(Policies.class);
        assertThat(policies.retention(acme.id(), clock.instant())).isEqualTo(Duration.ofDays(3650));

        app.github().people().push(real, "ada", Policy.FILE, "version: 1\nprivacy:\n  retention: 28d\n");
        app.runJobs();
        app.github().people().push(real, "ada", Policy.FILE, "version: 1\nprivacy:\n  retention: 30d\n");
        app.runJobs();

        assertThat(policies.retention(acme.id(), clock.instant())).isEqualTo(Duration.ofDays(3650));
        clock.advance(Duration.ofHours(23));
        assertThat(policies.retention(acme.id(), clock.instant())).isEqualTo(Duration.ofDays(3650));
        clock.advance(Duration.ofHours(2));
        assertThat(policies.retention(acme.id(), clock.instant())).isEqualTo(Duration.ofDays(30));
        app.runJobs();
    }

    @Test
    void anIssueThatWasTransferredIsNotEditedThere() {
        Repository real = install(ADMINS);
        Repository site = acme.addRepository("public-site");
        Issue elsewhere = site.openIssue(ada, "Copilot weekly", "What somebody wrote");
        assertThat(says(real, "ada", "/copilot help")).containsExactly("eyes", "+1");
        Issue mine = real.issues().getFirst();
        Comment reply = mine.commentsOf(app.github().bot()).getFirst();
        String before = reply.body();
        app.github()
                .faults()
                .always(
                        "PATCH /repos/acme/copilot-governance/issues/comments/" + reply.id(),
                        Fault.redirect(java.net.URI.create(app.github().apiUrl() + "/repositories/" + site.id()
                                + "/issues/" + elsewhere.number())));
        app.execute("update publication set content_hash = 'other'");
        app.execute("update command_log set outcome = 'running'");
        app.github()
                .deliver(
                        "issue_comment",
                        app.github().deliveries().of("issue_comment").getFirst().payload());
        app.runJobs();

        assertThat(elsewhere.body()).isEqualTo("What somebody wrote");
        assertThat(reply.body()).isEqualTo(before);
        assertThat(app.github().writes()).noneMatch(request -> request.path().contains("/repositories/" + site.id()));
        app.github().faults().clear();
    }

    /** The real one, made before the installation. */
    private Repository install(String policy) {
        Repository repository = acme.addRepository("copilot-governance");
        write(repository, policy);
        clock.advance(Duration.ofHours(1));
        app.github().installApp(acme);
        app.runJobs();
        assertThat(app.query("select governance_state from organization")).containsExactly("ready");
        return repository;
    }

    /** Another one of the name, with a policy that makes its author an admin. */
    private Repository plant() {
        clock.advance(Duration.ofHours(1));
        Repository planted = owners.createRepository(acme, "copilot-governance");
        write(planted, TAKEN_OVER);
        app.runJobs();
        return planted;
    }

    private void write(Repository repository, String policy) {
        repository.history().commit("main", ada, "Policy", Map.of(Policy.FILE, policy));
    }

    private String inForce() {
        return app.query("select convert_from(in_force_content, 'UTF8') from policy_file")
                .getFirst();
    }

    private List<String> says(Repository repository, String login, String text) {
        clock.advance(Duration.ofMinutes(1));
        Issue issue = repository.openIssue(ada, "Questions", "Ask here");
        Comment comment = app.github().people().comment(issue, login, text);
        app.runJobs();
        return comment.reactions().stream().map(Reaction::content).toList();
    }

    private String installedPage() {
        return send(HttpRequest.newBuilder(app.url("/setup/installed?installation_id=" + installation())))
                .body();
    }

    private long installation() {
        return app.github().world().installationOf(acme).orElseThrow().id();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
