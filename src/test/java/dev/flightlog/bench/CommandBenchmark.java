package dev.flightlog.bench;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.fake.report.TeamShape;
import dev.flightlog.support.Postgres;
import dev.flightlog.support.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A first load, and then how long people wait: an invented organization is read by a real server process with the flags of
 * {@code src/main/jvm.options}; then its people ask for every command and a workflow for every path of the API, one after
 * the other, while the past is being read, and again when nothing else runs.
 */
public final class CommandBenchmark {
    private static final int WEEKS = 5;
    /** From a comment to its reply when nothing else runs, in the median. */
    private static final double MAX_REPLY_MILLIS = 2_000;

    private static final double MAX_API_MILLIS = 2_000;
    private static final double MAX_OWN_MEGABYTES = 256;
    private static final int ADMINS = 24;
    /** As a server has it that nobody configured. */
    private static final String POINTS_PER_MINUTE = "800";
    /** More than one command spends, with what GitHub is asked about the asker and what runs beside it. */
    private static final int POINTS_OF_A_COMMAND = 200;

    /** One less than a person may ask in this time. */
    private static final int MAX_QUESTIONS = 19;

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration MAX_LOAD = Duration.ofMinutes(20);
    private static final Duration MAX_ANSWER = Duration.ofSeconds(30);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long LOOK_SELDOM_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final List<String> OF_ADMINS = List.of(
            "help",
            "help numbers",
            "summary",
            "team TEAM",
            "teams sort=credits",
            "me",
            "user PERSON",
            "seats",
            "seats idle limit=500",
            "cost",
            "csv seats",
            "csv teams",
            "csv usage",
            "policy",
            "audit",
            "status");
    private static final List<String> OF_LEADS = List.of("team", "team TEAM", "me");
    private static final List<String> OF_THE_API = List.of(
            "overview",
            "seats?per_page=100",
            "seats.csv",
            "seats/PERSON",
            "teams?per_page=100",
            "teams/TEAM/history",
            "usage",
            "users/PERSON/usage");

    private final FakeGitHub github = FakeGitHub.start(FakeApp.generate(), InstantSource.system());
    private final WorkflowTokens tokens = new WorkflowTokens();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Postgres.Database database = Postgres.fresh();
    private final Connection connection = database.connect();
    private final InventedOrganization acme;
    private final List<Person> admins = new ArrayList<>();
    private final Bounds bounds = Bounds.ofThisRun();
    /** By login, when each asked. */
    private final Map<String, List<Long>> questions = new HashMap<>();

    private int asked;

    private CommandBenchmark(int people, int teams, TeamShape shape, Duration distance) throws SQLException {
        acme = InventedOrganization.create(github.world(), "acme", 42, people, teams, WEEKS, shape)
                .punctual();
        github.distance(distance);
        github.secondaryLimits().enforce();
        for (int number = 0; number < ADMINS; number++) {
            admins.add(acme.organization().addOwner("owner-" + number));
        }
    }

    /**
     * Arguments: people, teams, rounds (0: the first load only), FLAT or TREE, and how many milliseconds away GitHub is during
     * the first load.
     */
    public static void main(String[] arguments) {
        try {
            System.exit(run(arguments));
        } catch (SQLException | RuntimeException failed) {
            // The simulated GitHub has threads that would keep this process, and its Postgres, alive.
            failed.printStackTrace();
            System.exit(1);
        }
    }

    private static int run(String[] arguments) throws SQLException {
        int people = Integer.parseInt(arguments[0]);
        int teams = Integer.parseInt(arguments[1]);
        TeamShape shape = TeamShape.valueOf(arguments[3]);
        Duration distance = Duration.ofMillis(Long.parseLong(arguments[4]));
        return run(new CommandBenchmark(people, teams, shape, distance), Integer.parseInt(arguments[2]));
    }

    private static int run(CommandBenchmark benchmark, int rounds) throws SQLException {
        System.setProperty("flightlog.jar", Packaged.jar().toString());
        Map<String, String> settings = new HashMap<>(benchmark.tokens.settings());
        settings.put("FLIGHTLOG_GITHUB_POINTS_PER_MINUTE", POINTS_PER_MINUTE);
        try (ServerProcess server = ServerProcess.launch(benchmark.github, benchmark.database, settings)
                .awaitReady()) {
            benchmark.run(server, rounds);
            return benchmark.bounds.verdict();
        } finally {
            benchmark.github.close();
        }
    }

    private void run(ServerProcess server, int runs) throws SQLException {
        long start = System.nanoTime();
        github.webhookUrl(server.webhookUrl());
        github.installApp(acme.organization());
        await("the first post stands", MAX_LOAD, this::posted);
        printFirstLoad(server, System.nanoTime() - start);
        github.distance(Duration.ZERO);
        if (runs > 0) {
            System.out.println("while the past is read:");
            round(server, runs, Bounds.ofThisRun());
            await("everything is read", MAX_LOAD, this::idle);
            analyze();
            System.out.println("while nothing else runs:");
            round(server, runs, bounds);
        }
        bounds.check("memory of the server's own", server.anonymousMegabytes(), MAX_OWN_MEGABYTES, "MB");
        System.out.printf(
                "memory of the server: %d MB of its own, %d MB with mapped files at most%n",
                server.anonymousMegabytes(), server.peakMegabytes());
        github.violations().forEach(System.out::println);
    }

    /** As autovacuum does on every other Postgres; it is off on this one. */
    private void analyze() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }

    private void printFirstLoad(ServerProcess server, long nanos) {
        long calls = github.requests().stream()
                .filter(request -> request.host().equals("api"))
                .count();
        System.out.printf(
                Locale.ROOT,
                "first post after %.1f s, %d calls, %d files, at most %d at once and %d points a minute, %d MB of its"
                        + " own, %d MB with mapped files%n",
                nanos / 1e9,
                calls,
                github.requests().size() - calls,
                github.secondaryLimits().mostAtOnce(),
                github.secondaryLimits().mostPointsInAMinute(),
                server.anonymousMegabytes(),
                server.peakMegabytes());
    }

    private void round(ServerProcess server, int runs, Bounds checked) {
        Map<String, List<Times>> times = new LinkedHashMap<>();
        Map<String, List<Long>> answers = new LinkedHashMap<>();
        for (int run = 0; run <= runs; run++) {
            boolean counts = run > 0;
            OF_ADMINS.forEach(command -> ask(counts, times, "admin", admins.get(asked++ % ADMINS), command));
            OF_LEADS.forEach(command -> ask(counts, times, "lead", acme.lead(), command));
            OF_THE_API.forEach(path -> get(counts, answers, server, path));
        }
        print(times);
        printAnswers(answers);
        times.forEach((command, measured) -> checked.check(
                "/copilot " + command,
                median(measured.stream().map(Times::reply).toList()),
                MAX_REPLY_MILLIS,
                "ms"));
        answers.forEach((path, measured) -> checked.check(path, median(measured), MAX_API_MILLIS, "ms"));
    }

    private void get(boolean counts, Map<String, List<Long>> answers, ServerProcess server, String path) {
        String address = "/api/orgs/acme/"
                + path.replace("TEAM", "platform")
                        .replace("PERSON", acme.developer().login());
        HttpRequest request = HttpRequest.newBuilder(server.webhookUrl().resolve(address))
                .header("Authorization", "Bearer " + tokens.of(acme.organization()))
                .build();
        long start = System.nanoTime();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " gives " + answer.statusCode());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        if (counts) {
            answers.computeIfAbsent(path, _ -> new ArrayList<>()).add(System.nanoTime() - start);
        }
    }

    private static void printAnswers(Map<String, List<Long>> answers) {
        System.out.println("| path | answer ms: median | slowest |");
        System.out.println("| --- | ---: | ---: |");
        answers.forEach((path, measured) -> System.out.printf(
                "| `%s` | %d | %d |%n", path, median(measured), Collections.max(measured) / 1_000_000));
    }

    private void ask(boolean counts, Map<String, List<Times>> times, String asker, Person person, String words) {
        String command = words.replace("TEAM", "platform")
                .replace("PERSON", acme.developer().login());
        Times measured = measure(person, "/copilot " + command);
        if (counts) {
            times.computeIfAbsent(words + " | " + asker, _ -> new ArrayList<>()).add(measured);
        }
    }

    private Times measure(Person person, String text) {
        await(
                "there is room below GitHub's limit a minute",
                MAX_LOAD,
                () -> github.secondaryLimits().pointsInTheLastMinute()
                        < Integer.parseInt(POINTS_PER_MINUTE) - POINTS_OF_A_COMMAND);
        List<Long> asked = questions.computeIfAbsent(person.login(), _ -> new ArrayList<>());
        await(person.login() + " may ask again", MAX_LOAD, () -> mayAsk(asked));
        asked.add(System.nanoTime());
        Issue issue = github.people().openIssue(acme.organization().governance(), person.login(), "Question", "Here");
        await("the issue is known", MAX_ANSWER, this::nothingDue);
        long start = System.nanoTime();
        Comment comment = github.people().comment(issue, person.login(), text);
        await("a reaction to " + text, MAX_ANSWER, () -> !comment.reactions().isEmpty());
        long reaction = System.nanoTime() - start;
        await(
                "a reply to " + text,
                MAX_ANSWER,
                () -> !issue.commentsOf(github.bot()).isEmpty());
        return new Times(reaction, System.nanoTime() - start);
    }

    /** Whoever asks more often is told once from when on it goes on, and then gets no reply. */
    private static boolean mayAsk(List<Long> asked) {
        long since = System.nanoTime() - WINDOW.toNanos();
        return asked.stream().filter(at -> at - since > 0).count() < MAX_QUESTIONS;
    }

    private boolean posted() {
        return number("select count(*) from organization where first_summary_at is not null") == 1;
    }

    private boolean idle() {
        return number("""
            select count(*) from scheduled_tasks
            where task_name not in ('timetable', 'night', 'installations', 'delivery-sweep')
              and (picked or execution_time < now() + interval '2 minutes')
            """) == 0;
    }

    private boolean nothingDue() {
        return number("select count(*) from scheduled_tasks where task_name = 'delivery'") == 0;
    }

    /** Over one connection: Postgres starts a process for each, beside the one that is measured. */
    private long number(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            results.next();
            return results.getLong(1);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static void await(String what, Duration longest, BooleanSupplier right) {
        long end = System.nanoTime() + longest.toNanos();
        while (!right.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not in " + longest.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(longest.equals(MAX_LOAD) ? LOOK_SELDOM_NANOS : LOOK_AGAIN_NANOS);
        }
    }

    private static void print(Map<String, List<Times>> times) {
        System.out.println("| command | asker | first reaction ms: median | slowest | reply ms: median | slowest |");
        System.out.println("| --- | --- | ---: | ---: | ---: | ---: |");
        times.forEach((command, measured) -> System.out.printf(
                Locale.ROOT,
                "| `/copilot %s | %d | %d | %d | %d |%n",
                command.replace(" | ", "` | "),
                median(measured.stream().map(Times::reaction).toList()),
                Collections.max(measured.stream().map(Times::reaction).toList()) / 1_000_000,
                median(measured.stream().map(Times::reply).toList()),
                Collections.max(measured.stream().map(Times::reply).toList()) / 1_000_000));
    }

    private static long median(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2) / 1_000_000;
    }

    /** Nanoseconds from the comment to the first reaction, and to the reply. */
    private record Times(long reaction, long reply) {}
}
