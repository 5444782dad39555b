package dev.flightlog.bench;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.support.Postgres;
import dev.flightlog.support.ServerProcess;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * How long people wait for the first reaction and for the reply: an invented organization is read by a real server
 * process with the flags of {@code src/main/jvm.options}, then its people ask, one after the other.
 */
public final class CommandBenchmark {
    private static final int WEEKS = 5;
    private static final int ADMINS = 24;
    private static final Duration MAX_LOAD = Duration.ofMinutes(9);
    private static final Duration MAX_ANSWER = Duration.ofSeconds(30);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long LOOK_SELDOM_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

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

    private final FakeGitHub github = FakeGitHub.start(FakeApp.generate(), InstantSource.system());
    private final Postgres.Database database = Postgres.fresh();
    private final InventedOrganization acme;
    private final List<Person> admins = new ArrayList<>();
    private int asked;

    private CommandBenchmark(int people, int teams) {
        acme = InventedOrganization.create(github.world(), "acme", 42, people, teams, WEEKS)
                .punctual();
        for (int number = 0; number < ADMINS; number++) {
            admins.add(acme.organization().addOwner("owner-" + number));
        }
    }

    /** Arguments: people, teams, runs. */
    public static void main(String[] arguments) throws SQLException {
        int people = Integer.parseInt(arguments[0]);
        int teams = Integer.parseInt(arguments[1]);
        CommandBenchmark benchmark = new CommandBenchmark(people, teams);
        try (ServerProcess server = ServerProcess.launch(benchmark.github, benchmark.database, Map.of())
                .awaitReady()) {
            benchmark.run(server, Integer.parseInt(arguments[2]));
        } finally {
            benchmark.github.close();
        }
        System.exit(0);
    }

    private void run(ServerProcess server, int runs) throws SQLException {
        long start = System.nanoTime();
        github.webhookUrl(server.webhookUrl());
        github.installApp(acme.organization());
        await("everything is read", MAX_LOAD, this::settled);
        System.out.printf("read in %d s%n", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
        Map<String, List<Times>> times = new LinkedHashMap<>();
        for (int run = 0; run <= runs; run++) {
            boolean counts = run > 0;
            OF_ADMINS.forEach(command -> ask(counts, times, "admin", admins.get(asked++ % ADMINS), command));
            OF_LEADS.forEach(command -> ask(counts, times, "lead", acme.lead(), command));
            System.out.printf("round %d of %d%n", run, runs);
        }
        ask(true, times, "admin", admins.getFirst(), "refresh");
        print(times);
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

    /** The first summary stands, and the past is filled. */
    private boolean settled() {
        return number("select count(*) from organization where first_summary_at is not null") == 1 && idle();
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
