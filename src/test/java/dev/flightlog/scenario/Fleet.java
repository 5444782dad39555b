package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.flightlog.fake.Delivery;
import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Reaction;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.support.Postgres;
import dev.flightlog.support.ServerProcess;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** Real server processes on one database, beside a simulated GitHub with one organization that speaks to them. */
final class Fleet implements AutoCloseable {
    /** A comment's claim on its reply lasts half a minute when its process was killed. */
    private static final Duration LONGEST = Duration.ofSeconds(180);

    private static final JsonNode STAR = JsonNodeFactory.instance.objectNode().put("action", "created");
    private static final int PEOPLE = 14;
    private static final long SEED = 42;
    /** What is lost is asked for again when it is a minute old; the App's token allows a clock that is a minute off. */
    private static final Duration BEHIND = Duration.ofSeconds(55);

    private final Map<String, String> settings = new HashMap<>(Map.of("FLIGHTLOG_JOBS_HEARTBEAT", "1s"));
    private final FakeGitHub github = FakeGitHub.start(FakeApp.generate(), Fleet::behind);
    private final InventedOrganization acme = InventedOrganization.create(github.world(), "acme", SEED, PEOPLE, 9, 2)
            .punctual();
    private final Postgres.Database database;
    private final List<ServerProcess> servers = new ArrayList<>();
    private final List<Comment> commands = new ArrayList<>();
    private final List<Issue> questions = new ArrayList<>();
    private int sent;

    Fleet(Postgres.Database database) {
        this.database = database;
    }

    private static Instant behind() {
        return InstantSource.system().instant().minus(BEHIND);
    }

    FakeGitHub github() {
        return github;
    }

    InventedOrganization acme() {
        return acme;
    }

    /** An environment variable of every server that is launched from now on. */
    Fleet with(String variable, String value) {
        settings.put(variable, value);
        return this;
    }

    /** @param words an operator's command in place of a server */
    ServerProcess launch(String... words) {
        ServerProcess server = ServerProcess.launch(github, database, settings, words);
        servers.add(server);
        return server;
    }

    /** Starts a server and lets GitHub speak to it from now on. */
    ServerProcess start() {
        return speakTo(launch().awaitReady());
    }

    ServerProcess speakTo(ServerProcess server) {
        github.webhookUrl(server.webhookUrl());
        return server;
    }

    /** Installs the App and waits for the first post. */
    void install() {
        github.installApp(acme.organization());
        ServerProcess.await(
                "the first summary stands", LONGEST, () -> !summaries().isEmpty());
        questions.add(github.people().openIssue(acme.organization().governance(), login(0), "Questions", "Ask here"));
    }

    /** Sends so many deliveries one after the other, two of five with a command. */
    void send(int deliveries) {
        for (int number = 0; number < deliveries; number++) {
            if (sent++ % 5 < 2) {
                command();
            } else {
                github.deliver("star", STAR);
            }
        }
    }

    /** Sends so many deliveries that nobody acts on, over so many connections. */
    void sendAtOnce(int deliveries, int connections) {
        try (ExecutorService senders =
                Executors.newFixedThreadPool(connections, Thread.ofVirtual().factory())) {
            for (int number = 0; number < deliveries; number++) {
                senders.execute(() -> github.deliver("star", STAR));
            }
        }
    }

    private void command() {
        Comment command = github.people().comment(questions.getFirst(), login(commands.size()), "/copilot help");
        commands.add(command);
    }

    private String login(int number) {
        return acme.organization().members().get(number % PEOPLE).person().login();
    }

    /** Waits until everything that GitHub ever sent is here and handled; what is missing is looked for without delay. */
    void settle() {
        update("update redelivery set requested_at = requested_at - interval '5 minutes'");
        await("every delivery is handled and every command answered", () -> {
            boolean missing = !query("select count(*) from delivery").equals(Long.toString(sentGuids()));
            if (missing) {
                update("update scheduled_tasks set execution_time = now()"
                        + " where task_name = 'delivery-sweep' and not picked");
            }
            return !missing
                    && query("select count(*) from delivery where state = 'received'")
                            .equals("0")
                    && answered();
        });
    }

    boolean answered() {
        return commands.stream().allMatch(Fleet::finished);
    }

    /** Each delivery was handled once, whatever became of GitHub's attempts; each command has one reply. */
    void expectEverythingOnce() {
        assertThat(query("select count(*) from delivery where state in ('handled', 'ignored') and attempts = 1"))
                .isEqualTo(Long.toString(sentGuids()));
        assertThat(questions.getFirst().commentsOf(github.bot())).hasSize(commands.size());
        assertThat(replies()).doesNotHaveDuplicates();
        assertThat(commands)
                .allSatisfy(command -> assertThat(command.reactions())
                        .extracting(Reaction::content)
                        .containsExactly("eyes", "+1"));
        assertThat(query("select count(*) from command_log")).isEqualTo(Integer.toString(commands.size()));
        assertThat(summaries()).hasSize(1);
        assertThat(query("select count(*) from dead_job")).isEqualTo("0");
        assertThat(github.violations()).isEmpty();
    }

    /** What never came through, though GitHub tried. */
    List<Delivery> failed() {
        return github.deliveries().all().stream()
                .filter(delivery -> !delivery.ok())
                .toList();
    }

    private long sentGuids() {
        return github.deliveries().all().stream().map(Delivery::guid).distinct().count();
    }

    private static boolean finished(Comment command) {
        return command.reactions().stream()
                .anyMatch(reaction -> reaction.content().equals("+1"));
    }

    private List<String> replies() {
        return questions.getFirst().commentsOf(github.bot()).stream()
                .map(reply -> reply.body().lines().findFirst().orElse(""))
                .toList();
    }

    List<Issue> summaries() {
        return acme.organization().governance().issues().stream()
                .filter(issue -> issue.title().startsWith("Copilot weekly"))
                .toList();
    }

    /** Waits for something; says how everything stands when it does not come. */
    void await(String what, BooleanSupplier right) {
        try {
            ServerProcess.await(what, LONGEST, right);
        } catch (AssertionError late) {
            throw new AssertionError(late.getMessage() + "\n" + state(), late);
        }
    }

    private String state() {
        List<String> state = new ArrayList<>();
        state.add(query("select string_agg(source_read::text, E'\\n') from source_read"));
        state.add(query("select string_agg(publication::text, E'\\n') from publication"));
        state.add(query("""
            select string_agg(concat_ws(' ', task_name, task_instance, execution_time, picked, last_heartbeat,
                                        consecutive_failures), E'\\n') from scheduled_tasks
            """));
        servers.forEach(server -> state.add(server.log()));
        return String.join("\n\n", state);
    }

    /** The first column of the first row, as text. */
    String query(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? String.valueOf(result.getString(1)) : "nothing";
        } catch (SQLException refused) {
            throw new AssertionError("the test's own statement failed", refused);
        }
    }

    void update(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new AssertionError("the test's own statement failed", refused);
        }
    }

    @Override
    public void close() {
        servers.forEach(ServerProcess::close);
        github.close();
    }
}
