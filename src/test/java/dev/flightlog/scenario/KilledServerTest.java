package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.Delivery;
import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.support.Postgres;
import dev.flightlog.support.ServerProcess;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The real process: killed in the middle of its work, run twice on one database, and buried under large bodies. Starts
 * five servers, so it runs only when asked for with {@code -Dflightlog.process-tests=true}.
 */
@Tag("process")
@EnabledIfSystemProperty(named = "flightlog.process-tests", matches = "true")
class KilledServerTest {
    private static final int PEOPLE = 14;
    private static final int COMMANDS = 120;
    private static final Duration LONGEST = Duration.ofSeconds(90);

    /** Behind by less than the minute that the App's token allows: what is lost is soon old enough to be asked for. */
    private final InstantSource behind = () -> InstantSource.system().instant().minus(Duration.ofSeconds(50));

    private final FakeGitHub github = FakeGitHub.start(FakeApp.generate(), behind);
    private final Postgres.Database database = Postgres.fresh();
    private final Organization acme = InventedOrganization.create(github.world(), "acme", 42, PEOPLE, 9, 2)
            .punctual()
            .organization();
    private final List<Comment> commands = new ArrayList<>();
    private final List<ServerProcess> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(ServerProcess::close);
        github.close();
    }

    @Test
    void everyCommandGetsOneReplyHoweverOftenTheServerIsKilled() throws Exception {
        update("alter database " + database.url().substring(database.url().lastIndexOf('/') + 1)
                + " set synchronous_commit = on");
        ServerProcess server = start();
        github.installApp(acme);
        Issue issue = issue();
        for (int part = 0; part < 3; part++) {
            if (part > 0) {
                ServerProcess victim = server;
                Thread killer = Thread.ofPlatform().start(victim::kill);
                command(issue, COMMANDS / 6);
                killer.join();
                command(issue, 3);
                server = start();
            }
            command(issue, COMMANDS / 6);
        }

        ServerProcess.await("every command has its reply", LONGEST, () -> {
            update(
                    "update scheduled_tasks set execution_time = now() where task_name = 'delivery-sweep' and not picked");
            return commands.stream().allMatch(this::finished) && waiting() == 0;
        });

        assertThat(github.deliveries().all())
                .filteredOn(delivery -> !delivery.ok())
                .isNotEmpty();
        assertThat(issue.commentsOf(github.bot())).hasSize(commands.size());
        assertThat(replies(issue)).doesNotHaveDuplicates();
        assertThat(accepted())
                .allSatisfy(
                        guid -> assertThat(query("select state || attempts from delivery where guid = '" + guid + "'"))
                                .isIn("handled1", "ignored1"));
        assertThat(summaries()).hasSize(1);
    }

    @Test
    void twoServersOnOneDatabaseDoEverythingOnce() throws Exception {
        List<ServerProcess> pair = List.of(launch(), launch());
        pair.forEach(ServerProcess::awaitReady);
        github.webhookUrl(pair.getFirst().webhookUrl());
        github.installApp(acme);
        Issue issue = issue();
        for (int number = 0; number < 40; number++) {
            github.webhookUrl(pair.get(number % 2).webhookUrl());
            command(issue, 1);
        }

        ServerProcess.await(
                "every command has its reply, and the summary stands",
                LONGEST,
                () -> commands.stream().allMatch(this::finished) && !summaries().isEmpty() && waiting() == 0);
        assertThat(issue.commentsOf(github.bot())).hasSize(commands.size());
        assertThat(replies(issue)).doesNotHaveDuplicates();
        assertThat(summaries()).hasSize(1);

        assertThat(statusesOfLargeBodies(pair.getFirst().webhookUrl(), 20))
                .allMatch(status -> status == 401 || status == 503);
        assertThat(pair.getFirst().alive()).isTrue();
        github.webhookUrl(pair.getFirst().webhookUrl());
        command(issue, 1);
        assertThat(github.deliveries().last().ok()).isTrue();
    }

    private ServerProcess launch() {
        ServerProcess server = ServerProcess.launch(github, database);
        servers.add(server);
        return server;
    }

    private ServerProcess start() {
        ServerProcess server = launch().awaitReady();
        github.webhookUrl(server.webhookUrl());
        return server;
    }

    private Issue issue() {
        return github.people().openIssue(acme.governance(), login(0), "Questions", "Ask here");
    }

    private String login(int number) {
        return acme.members().get(number % PEOPLE).person().login();
    }

    private void command(Issue issue, int count) {
        for (int number = 0; number < count; number++) {
            commands.add(github.people().comment(issue, login(commands.size()), "/copilot help"));
        }
    }

    private boolean finished(Comment command) {
        return command.reactions().stream()
                .anyMatch(reaction -> reaction.content().equals("+1"));
    }

    private List<String> replies(Issue issue) {
        return issue.commentsOf(github.bot()).stream()
                .map(reply -> reply.body().lines().findFirst().orElse(""))
                .toList();
    }

    private List<Issue> summaries() {
        return acme.governance().issues().stream()
                .filter(issue -> issue.title().startsWith("Copilot weekly"))
                .toList();
    }

    private List<String> accepted() {
        return github.deliveries().all().stream()
                .filter(Delivery::ok)
                .map(Delivery::guid)
                .distinct()
                .toList();
    }

    private int waiting() {
        return Integer.parseInt(query("select count(*) from delivery where state = 'received'"));
    }

    private String query(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : "nothing";
        } catch (SQLException refused) {
            throw new AssertionError("the test's own statement failed", refused);
        }
    }

    private void update(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new AssertionError("the test's own statement failed", refused);
        }
    }

    /** Sends bodies of 25 MB with a signature that is none of ours, all at once. */
    private static List<Integer> statusesOfLargeBodies(URI webhook, int count) throws Exception {
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < count; number++) {
                answers.add(senders.submit(() -> statusOfLargeBody(webhook)));
            }
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        return statuses;
    }

    /** By hand: an answer that comes before the body is sent is read all the same. */
    private static int statusOfLargeBody(URI webhook) throws Exception {
        byte[] chunk = new byte[1 << 16];
        int chunks = (25 << 20) / chunk.length;
        try (Socket socket = new Socket(webhook.getHost(), webhook.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST " + webhook.getPath() + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "X-GitHub-Event: star\r\nX-GitHub-Delivery: " + java.util.UUID.randomUUID()
                                    + "\r\nX-Hub-Signature-256: sha256=" + "0".repeat(64) + "\r\nConnection: close\r\n"
                                    + "Content-Length: " + (long) chunks * chunk.length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            for (int sent = 0; sent < chunks && socket.getInputStream().available() == 0; sent++) {
                out.write(chunk);
            }
            byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 401".length());
            return Integer.parseInt(new String(status, StandardCharsets.US_ASCII).substring("HTTP/1.1 ".length()));
        }
    }
}
