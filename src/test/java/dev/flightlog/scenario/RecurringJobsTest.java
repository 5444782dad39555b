package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.Fault;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong for acme keeps nothing from beta, and no recurring job ends for good. */
class RecurringJobsTest {
    private static final Duration SOONER = Duration.ofHours(1);
    private static final Duration USUAL = Duration.ofHours(24);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final FakeGitHub github = FakeGitHub.start(FakeApp.generate(), clock);
    private final TestApplication app = TestApplication.start(clock, github, Map.of());
    private final Organization acme = InventedOrganization.create(github.world(), "acme", 42, 14, 9, 2)
            .punctual()
            .organization();
    private final Organization beta = github.world().addOrganization("beta");

    @BeforeEach
    void install() {
        beta.addOwner("ada");
        beta.addRepository("copilot-governance");
        github.installApp(acme);
        github.installApp(beta);
        app.runJobs();
        assertThat(acme.id()).as("whose turn is first").isLessThan(beta.id());
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void aRepositoryThatMayNotBeReadKeepsNothingFromBeingErased() {
        leftLongAgo(acme);
        leftLongAgo(beta);
        github.faults().always("GET /repos/acme/copilot-governance/issues/", Fault.status(403));

        comesNow("night");

        assertThat(github.faults().played()).isPositive();
        assertThat(app.query("select org_id from person where login = 'gone'")).isEmpty();
        assertThat(app.query("select job from dead_job")).isEmpty();
        assertNext("night", USUAL);
        github.forgetRequests();

        comesNow("night");
        assertThat(github.requests()).allMatch(request -> request.method().equals("GET"));
    }

    @Test
    void aRequestThatGitHubRefusesIsMadeAgainAnHourLater() {
        leftLongAgo(beta);
        github.faults().next("GET /repos/acme/copilot-governance/issues/", 1, Fault.status(422));

        comesNow("night");
        assertThat(app.query("select org_id from person where login = 'gone'")).isEmpty();
        assertNext("night", SOONER);

        app.pass(SOONER);
        assertNext("night", USUAL);
    }

    @Test
    void anErasureThatFailsStopsNobodyElses() {
        leftLongAgo(acme);
        leftLongAgo(beta);
        app.execute("""
            create function refuse() returns trigger language plpgsql as
            'begin raise exception ''the disk is full'' using errcode = ''53100''; end'
            """);
        app.execute("create trigger refused before delete on person for each row when (old.org_id = " + acme.id()
                + ") execute function refuse()");
        github.forgetRequests();

        comesNow("night");

        assertThat(app.query("select org_id from person where login = 'gone'"))
                .containsExactly(Long.toString(acme.id()));
        assertThat(github.requests())
                .as("posts are compared all the same")
                .anyMatch(request -> request.path().startsWith("/repos/acme/copilot-governance/issues/"));
        assertNext("night", SOONER);

        app.execute("drop trigger refused on person");
        comesNow("night");
        assertThat(app.query("select org_id from person where login = 'gone'")).isEmpty();
        assertNext("night", USUAL);
    }

    @Test
    void anArchiveThatIsDamagedIsDroppedWhenItMayNameWhoIsErased() {
        leftLongAgo(acme);
        app.execute("update report_chunk set content = '\\x00'::bytea || content where org_id = " + acme.id());

        comesNow("night");

        assertThat(app.query("select org_id from person where login = 'gone'")).isEmpty();
        assertThat(app.query("select count(*) from report_chunk where kind = 'users-28-day'"))
                .containsExactly("0");
        assertNext("night", USUAL);
    }

    @Test
    void anInstallationThatCannotBeStoredHidesNoOther() {
        app.execute("alter table organization add constraint broken check (login <> 'acme') not valid");
        github.deliveries().lose(1);
        Organization late = github.world().addOrganization("late");
        late.addOwner("grace");
        late.addRepository("copilot-governance");
        github.installApp(late);

        comesNow("installations");

        assertThat(app.query("select state from organization where org_id = " + late.id()))
                .containsExactly("active");
        assertNext("installations", SOONER);

        app.execute("alter table organization drop constraint broken");
        app.pass(SOONER);
        assertNext("installations", USUAL);
    }

    @Test
    void anOrganizationWhoseWorkCannotBeQueuedStopsNobodyElses() {
        app.execute(
                "alter table scheduled_tasks add constraint broken check (task_name <> 'usage' or task_instance <> '"
                        + acme.id() + "') not valid");

        app.pass(USUAL);

        assertThat(app.query("select org_id from source_read where source = 'usage' and attempted_at = '"
                        + clock.instant() + "'"))
                .containsExactly(Long.toString(beta.id()));
        assertNext("timetable", Duration.ofMinutes(1));
    }

    @Test
    void whatWouldGiveAnotherJobUpIsTriedAgain() {
        github.faults().next("GET /app/installations\\b", 1, Fault.status(404));

        comesNow("installations");
        assertThat(app.query("select job from dead_job")).isEmpty();
        assertThat(app.query("select consecutive_failures from scheduled_tasks where task_name = 'installations'"))
                .containsExactly("1");

        app.pass(Duration.ofSeconds(10));
        assertNext("installations", USUAL);
    }

    private void leftLongAgo(Organization organization) {
        app.execute("insert into person (org_id, person_id, login, role, left_at, seen_at) values (" + organization.id()
                + ", 1, 'gone', 'none', '2020-01-01', '2020-01-01')");
    }

    private void comesNow(String job) {
        app.execute("update scheduled_tasks set execution_time = '" + clock.instant() + "' where task_name = '" + job
                + "'");
        app.runJobs();
    }

    private void assertNext(String job, Duration wait) {
        assertThat(app.query("select extract(epoch from execution_time - '" + clock.instant()
                        + "')::int from scheduled_tasks where task_name = '" + job + "'"))
                .containsExactly(Long.toString(wait.toSeconds()));
    }
}
