package dev.flightlog.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.model.Member;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Team;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.fake.report.TeamShape;
import dev.flightlog.support.Postgres;
import dev.flightlog.support.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** How long each page takes, how large it is, and when a browser first paints it. */
public final class PageBenchmark {
    private static final Duration MAX_LOAD = Duration.ofMinutes(40);
    private static final int PERCENT = 95;
    private static final int OK = 200;
    /** Of every address of people, whoever it names. */
    private static final int FORBIDDEN = 403;

    private static final int NOT_FOUND = 404;
    private static final double MAX_MILLIS = 150;
    private static final double MAX_KILOBYTES = 150;
    private static final double MAX_PAINT_MILLIS = 1_000;
    private static final int VISITS = 5;
    /** Of a server that has just started the compiler has seen nothing yet: shown beside the others, and not counted. */
    private static final int WARM_UP = 5;

    private static final double MAX_MILLIS_APART = 5;
    private static final String SESSION = "benchmark-0123456789-0123456789-0123456789-0";
    private static final String SESSION_OF_DEVELOPER = "benchmark-0123456789-0123456789-0123456789-1";
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final FakeGitHub github = FakeGitHub.start(FakeApp.generate(), InstantSource.system());
    private final Postgres.Database database = Postgres.fresh();
    private final HttpClient http = HttpClient.newHttpClient();
    private final InventedOrganization acme;
    private final Organization umbrella;

    private PageBenchmark(int people, int teams, TeamShape shape, int weeks) {
        acme = InventedOrganization.create(github.world(), "acme", 42, people, teams, weeks, shape)
                .punctual();
        umbrella = github.world().addOrganization("umbrella");
        umbrella.addRepository("copilot-governance");
        umbrella.addMember(acme.admin(), Member.Role.ADMIN);
    }

    /** Arguments: people, teams, rounds, FLAT or TREE, weeks. */
    public static void main(String[] arguments) {
        try {
            System.exit(run(arguments));
        } catch (SQLException | RuntimeException | AssertionError failed) {
            // The simulated GitHub has threads that would keep this process, and its Postgres, alive.
            failed.printStackTrace();
            System.exit(1);
        }
    }

    private static int run(String[] arguments) throws SQLException {
        PageBenchmark benchmark = new PageBenchmark(
                Integer.parseInt(arguments[0]),
                Integer.parseInt(arguments[1]),
                TeamShape.valueOf(arguments[3]),
                Integer.parseInt(arguments[4]));
        Map<String, String> settings = Map.of(
                "FLIGHTLOG_GITHUB_CLIENT_ID", benchmark.github.app().clientId(),
                "FLIGHTLOG_GITHUB_CLIENT_SECRET", benchmark.github.app().clientSecret());
        System.setProperty("flightlog.jar", Packaged.jar().toString());
        try (ServerProcess server = ServerProcess.launch(benchmark.github, benchmark.database, settings)
                .awaitReady()) {
            return benchmark.run(server, Integer.parseInt(arguments[2]));
        } finally {
            benchmark.github.close();
        }
    }

    private int run(ServerProcess server, int rounds) throws SQLException {
        github.webhookUrl(server.webhookUrl());
        github.installApp(acme.organization());
        github.installApp(umbrella);
        await("everything is read", () -> posted() && idle());
        signIn(SESSION, acme.admin(), "acme", "umbrella");
        signIn(SESSION_OF_DEVELOPER, acme.developer(), "acme");
        // As autovacuum does on every other Postgres; it is off on this one.
        execute("analyze");
        Map<String, List<Long>> times = new LinkedHashMap<>();
        Map<String, Long> first = new LinkedHashMap<>();
        Map<String, Integer> bytes = new LinkedHashMap<>();
        for (int round = 0; round < WARM_UP + rounds; round++) {
            for (String path : pages()) {
                long start = System.nanoTime();
                byte[] page = get(server, path, SESSION, OK);
                long took = System.nanoTime() - start;
                first.putIfAbsent(path, took);
                if (round >= WARM_UP) {
                    times.computeIfAbsent(path, _ -> new ArrayList<>()).add(took);
                }
                bytes.put(path, page.length);
            }
        }
        Map<String, Double> painted = painted(server);
        System.out.println(
                "| page | ms: median | 95th percentile | slowest | very first | KB of HTML | first contentful paint ms |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        times.forEach((path, measured) -> System.out.printf(
                Locale.ROOT,
                "| `%s` | %.0f | %.0f | %.0f | %.0f | %d | %s |%n",
                path,
                percentile(measured, 50),
                percentile(measured, PERCENT),
                Collections.max(measured) / 1e6,
                first.getOrDefault(path, 0L) / 1e6,
                bytes.getOrDefault(path, 0) / 1024,
                painted.containsKey(path) ? "%.0f".formatted(painted.get(path)) : "–"));
        System.out.printf("peak memory of the server: %d MB%n", server.peakMegabytes());
        Bounds bounds = Bounds.ofThisRun();
        times.forEach((path, measured) -> {
            bounds.check(path + ", 95th percentile", percentile(measured, PERCENT), MAX_MILLIS, "ms");
            bounds.check(path + ", HTML", bytes.getOrDefault(path, 0) / 1024.0, MAX_KILOBYTES, "KB");
            bounds.check(path + ", first contentful paint", painted.getOrDefault(path, 0.0), MAX_PAINT_MILLIS, "ms");
        });
        refusals(server, rounds, bounds);
        return bounds.verdict();
    }

    /** What a developer may not see must take as long as what does not exist, or its time would tell that it exists. */
    private void refusals(ServerProcess server, int rounds, Bounds bounds) {
        Map<String, List<Long>> times = new LinkedHashMap<>();
        Map<String, String> pairs = Map.of(
                "/orgs/acme/teams/" + foreignTeam(),
                "/orgs/acme/teams/no-such-team",
                "/orgs/acme/people/" + acme.lead().login(),
                "/orgs/acme/people/nobody-of-this-name",
                "/orgs/umbrella",
                "/orgs/no-such-organization");
        for (int round = 0; round <= rounds; round++) {
            boolean counts = round > 0;
            pairs.forEach((there, notThere) -> {
                for (String path : List.of(there, notThere)) {
                    long start = System.nanoTime();
                    get(server, path, SESSION_OF_DEVELOPER, path.contains("/people/") ? FORBIDDEN : NOT_FOUND);
                    if (counts) {
                        times.computeIfAbsent(path, _ -> new ArrayList<>()).add(System.nanoTime() - start);
                    }
                }
            });
        }
        System.out.println("| refused to a developer | ms: median | does not exist | ms: median |");
        System.out.println("| --- | ---: | --- | ---: |");
        pairs.forEach((there, notThere) -> {
            double one = percentile(times.getOrDefault(there, List.of()), 50);
            double two = percentile(times.getOrDefault(notThere, List.of()), 50);
            System.out.printf(Locale.ROOT, "| `%s` | %.1f | `%s` | %.1f |%n", there, one, notThere, two);
            bounds.check(there + ", apart from " + notThere, Math.abs(one - two), MAX_MILLIS_APART, "ms");
        });
    }

    private String foreignTeam() {
        return acme.organization().teams().stream()
                .filter(team -> !team.has(acme.developer()))
                .map(Team::slug)
                .findFirst()
                .orElseThrow();
    }

    /** Every page that an admin of two organizations can open; of teams the largest one. */
    private List<String> pages() {
        String team = acme.organization().teams().stream()
                .max(Comparator.comparingInt(each -> each.members().size()))
                .map(Team::slug)
                .orElseThrow();
        return List.of(
                "/",
                "/portfolio",
                "/account",
                "/orgs/acme",
                "/orgs/acme?period=28d&by=day",
                "/orgs/acme?period=1y",
                "/orgs/acme?period=1y&by=month",
                "/orgs/acme/teams",
                "/orgs/acme/teams?sort=credits&page=3",
                "/orgs/acme/teams/" + team,
                "/orgs/acme/teams/platform?period=28d&by=day&compare=" + team,
                "/orgs/acme/repositories",
                "/orgs/acme/me",
                "/orgs/acme/seats",
                "/orgs/acme/seats?state=idle&sort=login&page=2",
                "/orgs/acme/seats?team=platform",
                "/orgs/acme/people/" + acme.developer().login(),
                "/orgs/acme/reviews",
                "/orgs/acme/cost",
                "/orgs/acme/policy",
                "/orgs/acme/status");
    }

    private byte[] get(ServerProcess server, String path, String session, int status) {
        HttpRequest request = HttpRequest.newBuilder(server.webhookUrl().resolve(path))
                .header("Cookie", "flightlog=" + session)
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != status) {
                throw new IllegalStateException(path + " gives " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /**
     * Milliseconds from the navigation to the first contentful paint, by page: the median of {@link #VISITS} visits, in one tab,
     * as somebody walks through the pages. A new tab would add the start of a process of Chromium's, with any page.
     */
    private Map<String, Double> painted(ServerProcess server) {
        Map<String, Double> painted = new LinkedHashMap<>();
        if (!Files.isExecutable(CHROMIUM)) {
            return painted;
        }
        Map<String, List<Long>> visits = new LinkedHashMap<>();
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(List.of("--no-sandbox")));
                BrowserContext context = browser.newContext()) {
            URI home = server.webhookUrl().resolve("/");
            context.addCookies(List.of(new Cookie("flightlog", SESSION).setUrl(home.toString())));
            Page tab = context.newPage();
            for (int visit = 0; visit <= VISITS; visit++) {
                for (String path : pages()) {
                    tab.navigate(home.resolve(path).toString());
                    Object millis = tab.waitForFunction(
                                    "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
                            .jsonValue();
                    if (visit > 0) {
                        visits.computeIfAbsent(path, _ -> new ArrayList<>())
                                .add(Math.round(((Number) millis).doubleValue() * 1e6));
                    }
                }
            }
        }
        visits.forEach((path, times) -> painted.put(path, percentile(times, 50)));
        return painted;
    }

    /** As a sign-in would, without one. */
    private void signIn(String session, Person person, String... organizations) throws SQLException {
        execute("""
            insert into session (session_hash, user_id, login, started_at, seen_at, expires_at, user_agent)
            values (sha256('%s'::bytea), %d, '%s', now(), now(), now() + interval '8 hours', 'benchmark')
            """.formatted(session, person.id(), person.login()));
        execute("""
            insert into session_organization (org_id, session_hash, person_id)
            select org_id, sha256('%s'::bytea), %d from organization where login in ('%s')
            """.formatted(session, person.id(), String.join("', '", organizations)));
    }

    private boolean posted() {
        return number("select count(*) from organization where first_summary_at is not null and login = 'acme'") == 1;
    }

    private boolean idle() {
        return number("""
            select count(*) from scheduled_tasks
            where task_name not in ('timetable', 'night', 'installations', 'delivery-sweep')
              and (picked or execution_time < now() + interval '2 minutes')
            """) == 0;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            results.next();
            return results.getLong(1);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static void await(String what, BooleanSupplier right) {
        ServerProcess.await(what, MAX_LOAD, right);
    }

    private static double percentile(List<Long> nanos, int percent) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
    }
}
