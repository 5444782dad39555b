package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.Administrators;
import dev.flightlog.fake.Fault;
import dev.flightlog.fake.RecordedRequest;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.fake.model.Team;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.policy.Policy;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What owners do to the App, the repository and the teams while Flightlog runs. */
class OwnersTest {
    private static final String WEEKLY = "Copilot weekly";
    private static final String REPORTS = "GET /orgs/acme/copilot/metrics/reports/";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final TestApplication app = TestApplication.start(clock);
    private final InventedOrganization invented = InventedOrganization.create(
                    app.github().world(), "acme", 42, 60, 9, 2)
            .punctual();
    private final Organization acme = invented.organization();
    private final Administrators owners = app.github().administrators();

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void whereTheAppWasUninstalledNothingIsReadOrWrittenAndNothingForgotten() {
        Installation installation = install();
        List<String> known = known();

        owners.uninstallApp(installation);
        app.runJobs();
        app.github().forgetRequests();
        app.pass(Duration.ofDays(8));

        assertThat(app.github().requests()).extracting(RecordedRequest::auth).containsOnly("app");
        assertThat(app.github().requests())
                .extracting(RecordedRequest::path)
                .noneMatch(path -> path.endsWith("/access_tokens"));
        assertThat(app.query("select state from organization")).containsExactly("removed");
        assertThat(known()).isEqualTo(known);
        assertThat(summaries()).hasSize(1);
    }

    @Test
    void whoInstallsItAgainGoesOnWhereItEnded() {
        Installation installation = install();
        owners.uninstallApp(installation);
        app.runJobs();
        app.pass(Duration.ofDays(2));
        acme.removeSeat(invented.developer());

        app.github().installApp(acme);
        app.runJobs();
        assertThat(app.query("select state from organization")).containsExactly("active");
        assertThat(summaries()).as("this week's stands already").hasSize(1);
        assertThat(app.query("select login from seat where ended_at is not null"))
                .containsExactly(invented.developer().login());

        for (int day = 0; day < 6; day++) {
            app.pass(Duration.ofDays(1));
        }
        assertThat(summaries()).hasSize(2);
        assertThat(app.query("select count(*) from organization")).containsExactly("1");
    }

    /** Usage is the last to come: the look at the posts falls before it. */
    @Test
    void whoIsBackIsNotToldOfAnEndThatIsOver() {
        Installation installation = install();
        owners.suspend(installation);
        app.runJobs();
        app.pass(Duration.ofDays(7));

        delayUsage();
        owners.unsuspend(installation);
        app.runJobsAtOnce(4);

        noAlertAndThenTheWeekThatCameMeanwhile();
    }

    @Test
    void aServerThatWasAwayForAWeekTakesItsOwnAbsenceForNoEndOfTheData() {
        install();
        app.clock().advance(Duration.ofDays(7));

        delayUsage();
        app.runJobsAtOnce(4);

        noAlertAndThenTheWeekThatCameMeanwhile();
    }

    @Test
    void anAlertStaysOpenUntilUsageIsReadAgain() {
        Installation installation = install();
        acme.copilot().metricsPolicy(false);
        for (int day = 0; day < 7; day++) {
            app.pass(Duration.ofDays(1));
        }
        Issue alert = acme.governance().issues().stream()
                .filter(issue -> issue.title().startsWith("No new Copilot data for "))
                .findFirst()
                .orElseThrow();
        owners.suspend(installation);
        app.runJobs();
        app.pass(Duration.ofDays(2));

        delayUsage();
        owners.unsuspend(installation);
        app.runJobsAtOnce(4);

        assertThat(alert.open()).isTrue();
        assertThat(alert.body()).contains("policy \"Copilot usage metrics\" is off");
        assertThat(alert.commentsOf(app.github().bot())).isEmpty();
    }

    @Test
    void whatIsReadWhileTheAppIsUninstalledIsNotTakenForMissing() {
        app.runJobs();
        app.github().world().remove(app.github().installApp(acme));
        app.runJobs();
        assertThat(app.query("select count(*) from report_import")).containsExactly("0");
        assertThat(app.query("select state from organization"))
                .as("GitHub was asked, and knows no such installation")
                .isEmpty();

        app.github().installApp(acme);
        app.runJobs();

        assertThat(summaries()).hasSize(1);
    }

    @Test
    void aDeliveryOfAnOlderInstallationThatComesLateChangesNothing() {
        Installation installation = install();
        OrganizationStore organizations = app.bean(OrganizationStore.class);

        assertThat(organizations.installed(acme.id(), "acme", installation.id() - 1, Map.of(), clock.instant()))
                .isFalse();

        assertThat(app.query("select installation_id from organization"))
                .containsExactly(Long.toString(installation.id()));
    }

    @Test
    void whatWasUninstalledIsErasedWhenTheRetentionIsOver() {
        Installation installation = install();
        owners.uninstallApp(installation);
        app.runJobs();

        app.pass(Duration.ofDays(399));
        assertThat(app.query("select count(*) from organization")).containsExactly("1");
        app.pass(Duration.ofDays(2));

        for (String table : app.query("""
            select relation.relname from pg_attribute attribute
              join pg_class relation on relation.oid = attribute.attrelid
             where attribute.attname = 'org_id' and relation.relkind in ('r', 'p')
               and relation.relnamespace = 'public'::regnamespace
            """)) {
            assertThat(app.query("select count(*) from " + table)).as(table).containsExactly("0");
        }
    }

    @Test
    void aRepositoryThatIsTakenAwayGetsItsPostsWhenItIsGivenBack() {
        Repository repository = acme.governance();
        Installation installation = owners.installApp(acme, repository, acme.repository("web-shop"));
        app.runJobs();
        assertThat(summaries()).hasSize(1);

        owners.withdraw(installation, repository);
        app.runJobs();
        for (int day = 0; day < 8; day++) {
            app.pass(Duration.ofDays(1));
        }
        assertThat(app.query("select outcome from source_read where source = 'governance'"))
                .containsExactly("ask_a_person");
        assertThat(app.query("select outcome from source_read where source = 'usage'"))
                .containsExactly("read");
        assertThat(summaries()).hasSize(1);

        owners.grant(installation, repository);
        app.runJobs();
        assertThat(summaries()).hasSize(2);
    }

    @Test
    void aRepositoryThatIsMadeLaterGetsTheFirstPostAsSoonAsAnOwnerAdoptsIt() {
        owners.delete(acme.governance());
        app.github().installApp(acme);
        app.runJobs();
        assertThat(app.query("select outcome from source_read where source = 'governance'"))
                .containsExactly("ask_a_person");

        // In the same second: made before the installation, as far as GitHub's dates tell. But the app had looked
        // already.
        owners.createRepository(acme, "copilot-governance")
                .history()
                .commit("main", invented.admin(), "Start", Map.of("README.md", "# Copilot\n"));
        app.runJobs();

        assertThat(summaries()).isEmpty();

        Issue adoption = app.github()
                .people()
                .openIssue(acme.governance(), invented.admin().login(), "Adopt", "Flightlog, this is it");
        app.github().people().comment(adoption, invented.admin().login(), "/copilot adopt");
        app.runJobs();

        assertThat(summaries()).hasSize(1);
    }

    @Test
    void aRepositoryThatReplacesAnotherGetsNoOldPosts() {
        install();
        owners.delete(acme.governance());
        owners.createRepository(acme, "copilot-governance")
                .history()
                .commit("main", invented.admin(), "Start", Map.of("README.md", "# Copilot\n"));
        app.runJobs();
        assertThat(acme.governance().issues()).isEmpty();
        Issue adoption = app.github()
                .people()
                .openIssue(acme.governance(), invented.admin().login(), "Adopt", "Flightlog, this is it");
        app.github().people().comment(adoption, invented.admin().login(), "/copilot adopt");
        app.runJobs();
        acme.governance().delete(adoption);
        invented.restate(LocalDate.parse("2026-11-15"));
        for (int day = 0; day < 8; day++) {
            app.pass(Duration.ofDays(1));
        }

        assertThat(acme.governance().issues())
                .singleElement()
                .extracting(Issue::title)
                .asString()
                .contains("2026-W47");
    }

    @Test
    void teamsAreAskedForByTheNamesThatTheyHaveNow() {
        install();
        Team platform = team("platform");
        Team other = acme.teams().stream()
                .filter(team -> team.ownMembers().size() >= 5 && team != platform)
                .findFirst()
                .orElseThrow();

        owners.renameTeam(platform, "Foundations", "foundations");
        owners.deleteTeam(other);
        app.runJobs();

        assertThat(reply("/copilot team foundations")).contains("Foundations");
        assertThat(reply("/copilot team platform")).contains("no team `platform`");
        assertThat(reply("/copilot team " + other.slug())).contains("no team `" + other.slug() + "`");
    }

    @Test
    void whoWasInvitedIsNoMemberYet() {
        install();
        owners.publicize(acme.governance());
        acme.invite(invented.outsider());
        app.runJobs();
        Issue issue = summaries().getFirst();

        app.github().people().comment(issue, invented.outsider().login(), "/copilot me");
        app.runJobs();

        assertThat(issue.commentsOf(app.github().bot())).isEmpty();
        assertThat(app.query("select outcome from command_log")).containsExactly("unheard");
    }

    @Test
    void thePolicyIsReadFromTheDefaultBranchWhateverItIsCalled() {
        install();
        owners.renameDefaultBranch(acme.governance(), "trunk");
        app.runJobs();
        app.github()
                .people()
                .push(
                        acme.governance(),
                        invented.admin().login(),
                        Policy.FILE,
                        "version: 1\nseats:\n  idle_after: 45d\n");
        app.runJobs();

        assertThat(reply("/copilot policy")).contains("| `seats.idle_after` | 45d | line 3 |");
    }

    @Test
    void tokensThatGitHubTakesBackAreMadeAnew() {
        Installation installation = install();
        assertThat(app.github().tokensIssued()).isEqualTo(1);
        app.github().revokeTokens(installation);

        assertThat(reply("/copilot help")).contains("You can use");
        app.github().revokeTokens(installation);
        app.pass(Duration.ofHours(7));
        assertThat(app.query(
                        "select distinct outcome from source_read where source in ('seats', 'directory', 'usage')"))
                .containsExactly("read");
    }

    @Test
    void aLimitThatGraphQlTellsWithStatus200IsWaitedFor() {
        acme.governance()
                .history()
                .commit(
                        "main",
                        invented.admin(),
                        "Discuss",
                        Map.of(Policy.FILE, "version: 1\nsummary:\n  post_to: discussion\n"));
        app.github().faults().next("POST /graphql", 1, Fault.graphQlRateLimited());
        app.github().installApp(acme);
        app.runJobs();
        assertThat(acme.governance().discussions()).isEmpty();

        app.pass(Duration.ofMinutes(61));

        assertThat(acme.governance().discussions())
                .singleElement()
                .satisfies(discussion -> assertThat(discussion.comments()).hasSize(1));
    }

    private Installation install() {
        Installation installation = app.github().installApp(acme);
        app.runJobs();
        assertThat(summaries()).hasSize(1);
        return installation;
    }

    /** The days that nobody read meanwhile are filled in like other gaps. */
    private void noAlertAndThenTheWeekThatCameMeanwhile() {
        assertThat(acme.governance().issues()).extracting(Issue::title).allMatch(title -> title.startsWith(WEEKLY));
        app.pass(Duration.ofDays(1));
        app.pass(Duration.ofDays(1));
        assertThat(acme.governance().issues()).hasSize(2);
        assertThat(summaries()).hasSize(2);
    }

    private void delayUsage() {
        app.github().faults().next(REPORTS, 1, Fault.slow(Duration.ofSeconds(3)));
    }

    private String reply(String command) {
        Issue issue = summaries().getFirst();
        app.github().people().comment(issue, invented.admin().login(), command);
        app.runJobs();
        return issue.commentsOf(app.github().bot()).stream()
                .map(Comment::body)
                .toList()
                .getLast();
    }

    private Team team(String slug) {
        return acme.teams().stream()
                .filter(team -> team.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private List<Issue> summaries() {
        return acme.governance().issues().stream()
                .filter(issue -> issue.title().startsWith(WEEKLY))
                .toList();
    }

    private List<String> known() {
        return app.query("""
            select 'people ' || count(*) from person where role <> 'none'
            union all select 'seats ' || count(*) from seat where ended_at is null
            union all select 'days ' || count(*) from usage_user_day
            union all select 'teams ' || count(*) from team
            """);
    }
}
