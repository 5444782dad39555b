package dev.flightlog.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.fake.model.NoReport;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.ReportKind;
import dev.flightlog.fake.report.HandMadeReports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Report links, files and the many ways in which there is no report. */
class ReportsTest {
    private static final String USERS = "/orgs/acme/copilot/metrics/reports/users-1-day?day=2026-11-16";
    private static final String ORGANIZATION = "/orgs/acme/copilot/metrics/reports/organization-1-day?day=2026-11-16";

    private final TestClock clock = new TestClock("2026-11-18T08:00:00Z");
    private final FakeGitHub github = FakeGitHub.start(FakeApp.generate(), clock);
    private final Client client = new Client(github);
    private final Organization acme = github.world().addOrganization("acme");
    private final HandMadeReports reports = new HandMadeReports();
    private String token = "";

    @BeforeEach
    void install() throws Exception {
        acme.addOwner("ada");
        acme.reports(reports);
        github.installApp(acme);
        token = client.token();
    }

    @AfterEach
    void close() {
        github.close();
    }

    private List<String> links() throws Exception {
        JsonNode links = Client.json(client.get(USERS, token)).path("download_links");
        return java.util.stream.StreamSupport.stream(links.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private HttpResponse<String> download(String link) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(link)).build());
    }

    @Test
    void servesEveryPartBySignedLinkForAnHour() throws Exception {
        reports.putParts(ReportKind.USERS_1_DAY, LocalDate.of(2026, 11, 16), List.of("{\"a\":1}\n", "{\"a\":2}\n"));
        List<String> links = links();

        assertThat(links).hasSize(2).allMatch(link -> link.startsWith(github.downloadUrl()));
        assertThat(download(links.get(1)).body()).isEqualTo("{\"a\":2}\n");
        assertThat(github.violations()).isEmpty();
        clock.turn(Duration.ofMinutes(61));
        assertThat(download(links.get(0)).statusCode()).isEqualTo(403);
        assertThat(github.violations()).isEmpty();

        assertThat(client.get(links.get(0), token).statusCode()).isEqualTo(400);
        assertThat(download(links.get(0) + "0").statusCode()).isEqualTo(403);
        assertThat(github.violations()).hasSize(2);
    }

    @Test
    void hasManyWaysToSayThatThereIsNoReport() throws Exception {
        assertThat(client.get(ORGANIZATION, token).statusCode()).isEqualTo(204);
        assertThat(client.get(USERS, token).statusCode()).isEqualTo(404);
        acme.copilot().noReport(NoReport.EMPTY_STRING);
        assertThat(client.get(USERS, token).body()).isEqualTo("\"\"");
        acme.copilot().noReport(NoReport.NO_REPORT_AVAILABLE);
        assertThat(client.get(USERS, token).body()).isEqualTo("\"No report available\"");
        acme.copilot().metricsPolicy(false);
        HttpResponse<String> off = client.get(USERS, token);
        assertThat(off.statusCode()).isEqualTo(403);
        assertThat(Client.json(off).path("message").asText())
                .isEqualTo("The 'Copilot usage metrics' policy must be enabled to use this API");
        assertThat(github.violations()).isEmpty();
    }

    @Test
    void goesWrongOnRequest() throws Exception {
        String row = "{\"text\":\"" + "x".repeat(2_000) + "\"}";
        reports.put(ReportKind.USERS_1_DAY, LocalDate.of(2026, 11, 16), row, row, row);
        String link = links().getFirst();

        github.faults().next("users-1-day/.*part", 1, Fault.truncatedLine());
        assertThat(download(link).body()).hasSize(row.length() + 1 + 100);
        github.faults().next("part-00000", 1, Fault.resetMidBody());
        assertThatThrownBy(() -> download(link)).isInstanceOf(IOException.class);
        github.faults().next("part-00000", 1, Fault.redirect(URI.create("https://example.org/")));
        assertThat(download(link).statusCode()).isEqualTo(302);
        github.faults().next("part-00000", 2, Fault.linkGone());
        assertThat(download(link).statusCode()).isEqualTo(404);
        assertThat(download(link).statusCode()).isEqualTo(404);
        assertThat(download(link).body()).hasSize(3 * row.length() + 3);

        github.faults().next("GET /orgs/acme/teams", 1, Fault.secondaryLimit(429, Duration.ofSeconds(7)));
        HttpResponse<String> limited = client.get("/orgs/acme/teams", token);
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).contains("7");
        github.faults().next("GET /orgs/acme/teams", 1, Fault.stall(Duration.ofMinutes(1)));
        HttpRequest impatient = HttpRequest.newBuilder(URI.create(github.apiUrl() + "/orgs/acme/teams"))
                .timeout(Duration.ofMillis(100))
                .build();
        assertThatThrownBy(() -> client.send(impatient)).isInstanceOf(HttpTimeoutException.class);
        assertThat(github.faults().pending()).isFalse();
        assertThat(github.violations()).isEmpty();
    }
}
