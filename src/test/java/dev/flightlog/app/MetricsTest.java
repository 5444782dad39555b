package dev.flightlog.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.policy.Policy;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code src/docs/metrics.md} names is what {@code /prometheus} gives. */
class MetricsTest {
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(flightlog_\\w+)` \\| (\\w+)");
    private static final Pattern SCRAPED = Pattern.compile("(?m)^# TYPE (flightlog_\\w+) (\\w+)$");
    private static final Pattern IN_CODE = Pattern.compile(
            "(?:counter|timer|single|rows|gauge|Timer\\.builder)\\(\\s*(?:meters,\\s*)?\"(flightlog\\.[a-z.]+)\"");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));

    @Test
    void theCodeCountsWhatIsDocumentedAndNothingElse() throws IOException {
        Set<String> documented = documented().stream()
                .map(name -> name.replaceFirst("_(total|seconds)$", "").replace('_', '.'))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(inCode()).isEqualTo(documented);
    }

    @Test
    void aScrapeGivesTheFiguresOfEveryOrganization() throws Exception {
        try (TestApplication app = TestApplication.start(clock)) {
            Organization acme = app.github().world().addOrganization("acme");
            acme.addOwner("ada");
            app.github().installApp(acme);
            app.runJobs();
            app.query("update seat_day set seats = 42 returning 1");
            app.execute("""
                insert into seat (org_id, person_id, login, plan_type, created_at, first_seen_at, last_seen_at)
                select org_id, 5, 'idle-ida', 'business', '2026-01-01', now(), now() from organization
                """);
            app.query("insert into source_read (org_id, source, attempted_at, succeeded_at, outcome, data_through)"
                    + " select org_id, 'usage', now(), now(), 'read', '2026-11-15' from organization"
                    + " on conflict (org_id, source) do update"
                    + " set succeeded_at = excluded.succeeded_at, data_through = excluded.data_through returning 1");
            app.execute("delete from cost_snapshot");
            app.query("insert into cost_snapshot select org_id, now(), 42, 798, 3, 57, 19, 38, 'credits_left_over'"
                    + " from organization returning 1");
            clock.advance(Duration.ofHours(1));
            app.bean(Gauges.class).refresh();
            app.bean(BudgetGauges.class).refresh();
            String scrape = scrape(app);

            assertThat(names(SCRAPED, scrape)).isSubsetOf(documented());
            assertThat(names(SCRAPED, scrape))
                    .allSatisfy(name -> assertThat(scrape).containsPattern("(?m)^# HELP " + name + "(_max)? \\S+"));
            assertThat(scrape)
                    .contains("flightlog_org_seats{org=\"acme\"} 42.0")
                    .contains("flightlog_org_idle_saving_usd{condition=\"credits_left_over\",org=\"acme\"} 19.0")
                    .contains(
                            "flightlog_org_idle_saving_with_team_changes_usd{condition=\"credits_left_over\",org=\"acme\"}"
                                    + " ")
                    .contains("flightlog_org_idle_seats{org=\"acme\"} 3.0")
                    .contains("flightlog_org_idle_spend_usd{org=\"acme\"} 57.0")
                    .contains("flightlog_org_seat_cost_usd{org=\"acme\"} 798.0")
                    .containsPattern(
                            "flightlog_source_needs_person\\{org=\"acme\",problem=\"\\w+\",source=\"governance\"} 1.0")
                    .contains("flightlog_governance_repository_missing{org=\"acme\"} 1.0")
                    .contains("flightlog_source_age_seconds{org=\"acme\",source=\"usage\"} 208800.0")
                    .contains("flightlog_source_age_seconds{org=\"acme\",source=\"directory\"} 3600.0")
                    .contains("flightlog_deliveries_set_aside 0.0")
                    .contains("flightlog_jobs_dead 0.0")
                    .containsPattern("flightlog_github_requests_total\\{status=\"2xx\"} [1-9]")
                    .containsPattern("flightlog_deliveries_total\\{event=\"installation\",outcome=\"handled\"} 1")
                    .containsPattern("flightlog_jobs_waiting\\{job=\"timetable\"} 1")
                    .containsPattern("flightlog_github_rate_limit_remaining\\{installation=\"\\d+\"} \\d+");
            app.runJobs();
        }
    }

    @Test
    void activeUsersAreThoseOfTheLastWeekOrOfTheWeekBefore() throws Exception {
        try (TestApplication app = TestApplication.start(clock).careless()) {
            Organization acme = app.github().world().addOrganization("acme");
            acme.addOwner("ada");
            app.github().installApp(acme);
            app.runJobs();
            assertThat(activeUsers(app)).as("nothing was read").isEmpty();
            week(app, "2026-11-02", 7, 8);
            week(app, "2026-11-09", 6, 9);

            assertThat(activeUsers(app)).as("a day is missing on Wednesday").containsExactly("8.0");
            clock.advance(Duration.ofDays(2));
            assertThat(activeUsers(app)).as("and still on Friday").containsExactly("9.0");
            clock.advance(Duration.ofDays(7));
            assertThat(activeUsers(app)).as("a week later").containsExactly("9.0");
            clock.advance(Duration.ofDays(7));
            assertThat(activeUsers(app)).as("figures of long ago").isEmpty();

            clock.advance(Duration.ofDays(-16));
            app.execute("update usage_week set days = 7");
            assertThat(activeUsers(app)).as("all days are there").containsExactly("9.0");
        }
    }

    private static List<String> activeUsers(TestApplication app) throws Exception {
        app.bean(Gauges.class).refresh();
        String metric = "flightlog_org_active_users{org=\"acme\"} ";
        return scrape(app)
                .lines()
                .filter(line -> line.startsWith(metric))
                .map(line -> line.substring(metric.length()))
                .toList();
    }

    private static void week(TestApplication app, String monday, int days, int active) {
        // Every other column is a figure, and all are needed.
        List<String> figures = app.query("select column_name from information_schema.columns where table_name ="
                + " 'usage_week' and is_nullable = 'NO' and column_default is null"
                + " and column_name not in ('org_id', 'team_id', 'week', 'days', 'active_people')");
        app.execute("insert into usage_week (org_id, team_id, week, days, active_people, " + String.join(", ", figures)
                + ") select org_id, 0, '" + monday + "', " + days + ", " + active + ", 0".repeat(figures.size())
                + " from organization");
    }

    @Test
    void aSuspendedInstallationNeedsAPerson() throws Exception {
        try (TestApplication app = TestApplication.start(clock)) {
            Organization acme = app.github().world().addOrganization("acme");
            acme.addOwner("ada");
            app.github().installApp(acme);
            app.runJobs();
            app.execute("update organization set state = 'suspended'");

            app.bean(Gauges.class).refresh();

            assertThat(scrape(app).lines())
                    .filteredOn(line -> line.startsWith("flightlog_source_needs_person{"))
                    .containsExactly("flightlog_source_needs_person{org=\"acme\",problem=\"suspension\","
                            + "source=\"installation\"} 1.0");
            app.careless();
        }
    }

    @Test
    void aDigestThatNeedsAPersonIsToldUntilThePolicyHasNone() throws Exception {
        try (TestApplication app = TestApplication.start(clock)) {
            Organization acme = app.github().world().addOrganization("acme");
            Person ada = acme.addOwner("ada");
            Repository governance = acme.addRepository("copilot-governance");
            String digest = "version: 1\nsummary:\n  digest: true\n";
            governance.history().commit("main", ada, "Policy", Map.of(Policy.FILE, digest));
            app.github().installApp(acme);
            app.runJobs();

            app.bean(DigestGauges.class).refresh();
            assertThat(scrape(app)).contains("flightlog_digest_needs_person{org=\"acme\"} 1.0");

            app.github().people().push(governance, "ada", Policy.FILE, "version: 1\n");
            app.runJobs();
            app.bean(DigestGauges.class).refresh();
            assertThat(scrape(app)).doesNotContain("flightlog_digest_needs_person{");
        }
    }

    private static String scrape(TestApplication app) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(app.url("/prometheus")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static Set<String> documented() throws IOException {
        return names(DOCUMENTED, Files.readString(Path.of("src/docs/metrics.md")));
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .map(name -> name.replaceFirst("^(flightlog_command_seconds)_max$", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> inCode() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            Set<String> names = new TreeSet<>();
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            for (Path source : sources) {
                IN_CODE.matcher(Files.readString(source)).results().forEach(found -> names.add(found.group(1)));
            }
            return names;
        }
    }
}
