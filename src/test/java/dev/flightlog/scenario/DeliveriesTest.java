package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.flightlog.fake.Delivery;
import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.Fault;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Team;
import dev.flightlog.support.Postgres;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import dev.flightlog.webhook.DeliveryReplay;
import dev.flightlog.webhook.DeliveryStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deliveries that come twice, in the wrong order, late, or broken: each has its effect once. */
class DeliveriesTest {
    private static final JsonNode STAR = JsonNodeFactory.instance.objectNode().put("action", "created");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final FakeGitHub github = FakeGitHub.start(FakeApp.generate(), clock);
    private final Postgres.Database database = Postgres.fresh();
    private TestApplication app = TestApplication.startOn(clock, github, database, Map.of());

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void inTheWrongOrderAndTwiceTheyEndRight() {
        Organization acme = github.world().addOrganization("acme");
        Person ada = acme.addOwner("ada");
        Person grace = acme.addMember("grace");
        Team platform = acme.addTeam("Platform").add(ada);
        Team core = acme.addTeam("Core").add(grace);
        github.installApp(acme);
        app.runJobs();

        github.deliveries().lose(4);
        github.administrators().addToTeam(platform, grace);
        github.administrators().removeFromTeam(platform, grace);
        github.administrators().removeFromTeam(core, grace);
        github.administrators().addToTeam(core, grace);
        List<Delivery> lost = github.deliveries().of("membership");
        for (Delivery each : lost.reversed()) {
            github.deliveries().redeliver(each.id());
            app.pass(Duration.ofSeconds(1));
            github.deliveries().redeliver(each.id());
            app.pass(Duration.ofSeconds(1));
        }

        // The clock stands while an event and the reading it asks for are handled: only the nightly one is later.
        app.pass(Duration.ofHours(25));
        assertThat(app.query("""
            select slug || ' ' || login from team_member join team using (org_id, team_id)
            join person using (org_id, person_id) order by 1\
            """)).containsExactly("core grace", "platform ada");
        assertThat(app.query("select attempts from delivery where event = 'membership'"))
                .containsExactly("1", "1", "1", "1");
    }

    @Test
    void whatNeverArrivedIsAskedForOnceAndARestartForgetsNothing() throws Exception {
        app.runJobs();
        github.deliveries().lose(3);
        List<String> guids = List.of(lostStar(), lostStar(), lostStar());
        pass(Duration.ofMinutes(10));
        assertThat(known()).containsExactlyInAnyOrderElementsOf(guids);
        assertThat(redeliveries()).isEqualTo(3);

        app.stop();
        github.webhookUrl(null);
        String whileAway = github.deliver("star", STAR).guid();
        clock.advance(Duration.ofMinutes(2));
        github.forgetRequests();
        app = TestApplication.startOn(clock, github, database, Map.of());
        pass(Duration.ZERO);

        assertThat(known()).contains(whileAway).hasSize(4);
        assertThat(redeliveries()).isEqualTo(1);
        assertThat(app.query("select attempts from delivery")).containsOnly("1");
        pass(Duration.ofMinutes(30));
        assertThat(redeliveries()).isEqualTo(1);
    }

    @Test
    void oneThatLeftGitHubsLogMeanwhileKeepsNoOtherBack() throws Exception {
        app.runJobs();
        github.deliveries().lose(4);
        lostStar();
        lostStar();
        clock.advance(Duration.ofSeconds(1));
        List<String> younger = List.of(lostStar(), lostStar());
        github.faults().next("POST /app/hook/deliveries/\\d+/attempts", 1, Fault.status(404));
        github.faults().next("POST /app/hook/deliveries/\\d+/attempts", 1, Fault.status(422));

        pass(Duration.ofMinutes(10));

        assertThat(known()).containsExactlyInAnyOrderElementsOf(younger);
        assertThat(app.query("select requests from redelivery")).containsExactly("1", "1", "1", "1");
    }

    @Test
    void aRefusalThatIsNotAboutTheOneEndsTheSweep() throws Exception {
        app.careless().runJobs();
        github.deliveries().lose(2);
        lostStar();
        lostStar();
        github.faults().next("POST /app/hook/deliveries/\\d+/attempts", 1, Fault.status(502));

        pass(Duration.ofMinutes(10));

        assertThat(known()).isEmpty();
        assertThat(app.query("select requests from redelivery")).isEmpty();
    }

    @Test
    void askingAgainIsBounded() throws Exception {
        app.runJobs();
        github.deliveries().lose(230);
        for (int i = 0; i < 230; i++) {
            lostStar();
        }
        pass(Duration.ofMinutes(10));
        assertThat(redeliveries()).isEqualTo(200);

        pass(Duration.ofMinutes(10));
        assertThat(redeliveries()).isEqualTo(230);
        assertThat(known()).hasSize(230);
    }

    @Test
    void whatNeverArrivesIsNotAskedForForEver() throws Exception {
        app.runJobs();
        github.deliveries().lose(100);
        lostStar();
        for (int round = 0; round < 9; round++) {
            pass(Duration.ofMinutes(10));
        }

        assertThat(redeliveries()).isEqualTo(5);
    }

    @Test
    void aDeliveryThatGitHubDoesNotKnowAnyMoreHoldsUpNoOther() throws Exception {
        app.runJobs();
        github.deliveries().lose(2);
        List<String> lost = List.of(lostStar(), lostStar());
        github.faults().next("POST /app/hook/deliveries/\\d+/attempts", 1, Fault.status(404));

        pass(Duration.ofMinutes(10));

        assertThat(known()).hasSize(1).isSubsetOf(lost);
        assertThat(app.query("select consecutive_failures from scheduled_tasks where task_name = 'delivery-sweep'"))
                .containsExactly("0");
    }

    @Test
    void aPoisonDeliveryIsSetAsideAndCanBeReplayed() throws Exception {
        app.careless();
        String poison = github.deliver("push", STAR).guid();
        String good = github.deliver("star", STAR).guid();
        app.runJobs();

        assertThat(state(poison)).isEqualTo("set_aside");
        assertThat(state(good)).isEqualTo("ignored");
        assertThat(app.bean(DeliveryStore.class).setAsideCount()).isEqualTo(1);
        assertThat(app.query("select problem from delivery where state = 'set_aside'"))
                .singleElement()
                .asString()
                .startsWith("MalformedEvent");

        aVersionThatCanReadIt(poison);
        assertThat(app.bean(DeliveryReplay.class).replay(null)).isEqualTo(1);
        app.runJobs();

        assertThat(state(poison)).isEqualTo("ignored");
        assertThat(app.bean(DeliveryReplay.class).replay(null)).isZero();
    }

    private void aVersionThatCanReadIt(String guid) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("update delivery set event = 'star' where guid = '" + guid + "'");
        }
    }

    private String lostStar() {
        return github.deliver("star", STAR).guid();
    }

    private void pass(Duration time) throws InterruptedException {
        app.pass(time);
        github.awaitActs();
        app.runJobs();
    }

    private List<String> known() {
        return app.query("select guid from delivery where state = 'ignored'");
    }

    private String state(String guid) {
        return app.query("select state from delivery where guid = '" + guid + "'")
                .getFirst();
    }

    private long redeliveries() {
        return github.writes().stream()
                .filter(request -> request.path().startsWith("/app/hook/deliveries/"))
                .count();
    }
}
