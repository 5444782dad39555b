package dev.flightlog.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Repository;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks arrive signed, are logged, and can be sent again. */
class DeliveriesTest {
    private final TestClock clock = new TestClock("2026-11-18T08:00:00Z");
    private final FakeGitHub github = FakeGitHub.start(FakeApp.generate(), clock);
    private final Client client = new Client(github);
    private final Organization acme = github.world().addOrganization("acme");
    private final Repository governance = acme.addRepository("copilot-governance");
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private HttpServer receiver;
    private volatile int answer = 202;

    @BeforeEach
    void listen() throws Exception {
        acme.addOwner("ada");
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            received.add(Received.of(exchange));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        receiver.start();
        github.webhookUrl(URI.create("http://localhost:" + receiver.getAddress().getPort() + "/webhooks/github"));
    }

    @AfterEach
    void close() {
        receiver.stop(0);
        github.close();
    }

    @Test
    void carryAllHeadersAndASignatureOverTheRawBody() throws Exception {
        github.installApp(acme);
        Received webhook = received.take();
        String expected = Signatures.hex("HmacSHA256", github.app().webhookSecret(), webhook.body());

        assertThat(webhook.headers())
                .containsEntry("x-github-event", "installation")
                .containsEntry("x-hub-signature-256", "sha256=" + expected)
                .containsEntry("x-github-hook-installation-target-type", "integration")
                .containsEntry("content-type", "application/json")
                .containsKeys("x-github-delivery", "x-github-hook-id", "x-hub-signature", "user-agent");
        JsonNode payload = Json.read(webhook.body());
        assertThat(payload.path("action").asText()).isEqualTo("created");
        assertThat(payload.path("installation")
                        .path("permissions")
                        .path("organization_copilot_metrics")
                        .asText())
                .isEqualTo("read");
        assertThat(payload.path("repositories").get(0).path("full_name").asText())
                .isEqualTo("acme/copilot-governance");
        assertThat(github.deliveries().last().ok()).isTrue();
    }

    @Test
    void areLoggedAsFailedAndSentAgainWithTheSameGuid() throws Exception {
        github.webhookUrl(URI.create("http://localhost:1/nobody"));
        github.installApp(acme);
        Delivery lost = github.deliveries().last();
        assertThat(lost.status()).isEqualTo("failed to connect");
        assertThat(lost.statusCode()).isZero();

        github.webhookUrl(URI.create("http://localhost:" + receiver.getAddress().getPort() + "/"));
        JsonNode listed = Client.json(client.get("/app/hook/deliveries", client.jwt()));
        assertThat(listed.get(0).path("guid").asText()).isEqualTo(lost.guid());
        HttpResponse<String> asked =
                client.send("POST", "/app/hook/deliveries/" + lost.id() + "/attempts", client.jwt(), "");
        assertThat(asked.statusCode()).isEqualTo(202);

        assertThat(received.poll(10, TimeUnit.SECONDS).headers()).containsEntry("x-github-delivery", lost.guid());
        assertThat(github.violations()).isEmpty();
    }

    @Test
    void arePagedByCursorNewestFirstAndForgottenAfterThreeDays() throws Exception {
        github.installApp(acme);
        for (int i = 0; i < 7; i++) {
            github.administrators().addMember(acme, "person-" + i, "Person");
        }
        HttpResponse<String> first = client.get("/app/hook/deliveries?per_page=5", client.jwt());
        String next = first.headers().firstValue("Link").orElseThrow().replaceAll("<(.*)>.*", "$1");
        JsonNode second = Client.json(client.get(next, client.jwt()));

        assertThat(Client.json(first)).hasSize(5);
        assertThat(second).hasSize(3);
        assertThat(second.get(2).path("event").asText()).isEqualTo("installation");
        clock.turn(Duration.ofDays(3));
        assertThat(Client.json(client.get("/app/hook/deliveries", client.jwt())))
                .isEmpty();
        assertThat(github.violations()).isEmpty();
    }

    @Test
    void canBeOdd() throws Exception {
        Webhook odd = Webhook.of("ping", Json.tree(Json.object("zen", "Keep it & simple.")));
        github.deliveries().send(odd.asForm().signedWrongly().withHeader("X-GitHub-Delivery", ""));
        Received webhook = received.take();

        assertThat(webhook.headers())
                .containsEntry("content-type", "application/x-www-form-urlencoded")
                .doesNotContainKey("x-github-delivery");
        assertThat(webhook.headers().get("x-hub-signature-256"))
                .isNotEqualTo(
                        "sha256=" + Signatures.hex("HmacSHA256", github.app().webhookSecret(), webhook.body()));
        answer = 503;
        assertThat(github.deliveries().send(odd).status()).isEqualTo("Invalid HTTP Response: 503");
        github.deliveries().lose(1);
        assertThat(github.deliveries().send(odd).status()).isEqualTo("timed out");
    }

    @Test
    void tellTheAppOfItsOwnCommentsWhenSwitchedOn() throws Exception {
        github.installApp(acme);
        github.echoOwnWrites(true);
        var issue = governance.openIssue(github.bot(), "Hello", "");
        String path = "/repos/acme/copilot-governance/issues/" + issue.number() + "/comments";
        client.send("POST", path, client.token(), "{\"body\":\"done\"}");
        github.awaitActs();

        JsonNode payload = github.deliveries().last().payload();
        assertThat(payload.path("comment").path("body").asText()).isEqualTo("done");
        assertThat(payload.path("sender").path("type").asText()).isEqualTo("Bot");
        assertThat(payload.path("comment")
                        .path("performed_via_github_app")
                        .path("slug")
                        .asText())
                .isEqualTo("flightlog");
    }

    @Test
    void followWhatPeopleDo() {
        github.installApp(acme);
        github.people().push(governance, "ada", ".github/flightlog.yml", "version: 1\n");
        var issue = github.people().openIssue(governance, "ada", "Hello", "");
        github.people().comment(issue, "ada", "/copilot help");
        var carl = github.administrators().addMember(acme, "carl", "Carl");
        var team = github.administrators().createTeam(acme, "Platform", null);
        github.administrators().addToTeam(team, carl);
        github.administrators().removeMember(acme, carl);

        assertThat(received)
                .extracting(webhook -> webhook.headers().get("x-github-event"))
                .containsExactlyElementsOf(List.of(
                        "installation",
                        "push",
                        "check_suite",
                        "issues",
                        "issue_comment",
                        "organization",
                        "team",
                        "membership",
                        "membership",
                        "organization"));
    }
}
