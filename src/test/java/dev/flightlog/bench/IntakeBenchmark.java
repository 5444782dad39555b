package dev.flightlog.bench;

import dev.flightlog.fake.FakeApp;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How many signed deliveries a second the whole server accepts, its workers handling them meanwhile, and how long each
 * takes at 500 a second; beside the floor on the same machine, server and Postgres: an empty HTTP exchange and a
 * single-row insert, their times added. Postgres is durable: a commit waits for the disk.
 */
final class IntakeBenchmark {
    private static final Duration PART = Duration.ofSeconds(Integer.getInteger("bench.seconds", 6));
    private static final int RATE = 500;
    private static final int OPEN_LOOP_CONNECTIONS = 64;
    private static final String SECRET = "bench";
    private static final double MIN_SHARE_OF_FLOOR = 0.5;
    private static final double MAX_P99_MILLIS = 50;

    private final EmbeddedPostgres postgres;
    private final int port = Ports.free();
    private final int management = Ports.free();
    private final byte[] body;
    private final Bounds bounds = Bounds.ofThisRun();

    private IntakeBenchmark(EmbeddedPostgres postgres, int bytes) {
        this.postgres = postgres;
        this.body = json(bytes);
    }

    /** Arguments: connections, bytes of a body, runs. */
    public static void main(String[] arguments) throws Exception {
        int connections = Integer.parseInt(arguments[0]);
        int bytes = Integer.parseInt(arguments[1]);
        int runs = Integer.parseInt(arguments[2]);
        int verdict;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "4GB")
                .start()) {
            IntakeBenchmark benchmark = new IntakeBenchmark(postgres, bytes);
            benchmark.run(connections, runs);
            verdict = benchmark.bounds.verdict();
        }
        System.exit(verdict);
    }

    private void run(int connections, int runs) throws Exception {
        Process server = start();
        try {
            awaitReady(server);
            HttpLoad intake = new HttpLoad(port, "/webhooks/github", body, signature());
            HttpLoad empty = new HttpLoad(port, EmptyExchange.PATH, body, signature());
            InsertFloor insert = new InsertFloor(postgres.getJdbcUrl("postgres", "postgres"), body);
            measure(intake, empty, insert, connections);
            List<Run> measured = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                measured.add(measure(intake, empty, insert, connections));
                System.out.println(measured.getLast());
            }
            report(measured, connections);
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private Run measure(HttpLoad intake, HttpLoad empty, InsertFloor insert, int connections) throws Exception {
        double accepted = intake.asFastAsPossible(connections, PART);
        awaitHandled();
        double exchanges = empty.asFastAsPossible(connections, PART);
        double rows = insert.rate(connections, PART);
        List<Long> times = intake.atRate(OPEN_LOOP_CONNECTIONS, RATE, PART);
        awaitHandled();
        return new Run(accepted, exchanges, rows, milliseconds(times, 0.5), milliseconds(times, 0.99));
    }

    private void report(List<Run> runs, int connections) {
        System.out.printf(
                "%d processors, %d connections, bodies of %d bytes, insert by %s, median of %d runs (lowest to"
                        + " highest)%n",
                Runtime.getRuntime().availableProcessors(),
                connections,
                body.length,
                InsertFloor.pgbench() ? "pgbench" : "JDBC",
                runs.size());
        print("accepted, 1/s", runs, Run::accepted);
        print("empty HTTP exchanges, 1/s", runs, Run::exchanges);
        print("single-row inserts, 1/s", runs, Run::rows);
        print("floor (times added), 1/s", runs, Run::floor);
        print("accepted / floor", runs, Run::share);
        print("p50 at 500/s, ms", runs, Run::half);
        print("p99 at 500/s, ms", runs, Run::worst);
        bounds.checkFloor("accepted / floor", median(runs, Run::share), MIN_SHARE_OF_FLOOR, "of the floor");
        bounds.check("p99 at 500/s", median(runs, Run::worst), MAX_P99_MILLIS, "ms");
    }

    private static double median(List<Run> runs, ToDoubleFunction<Run> figure) {
        return runs.stream().mapToDouble(figure).sorted().toArray()[runs.size() / 2];
    }

    private static void print(String name, List<Run> runs, ToDoubleFunction<Run> figure) {
        List<Double> sorted = runs.stream()
                .map(figure::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList();
        System.out.printf(
                "%-28s %10.2f   (%.2f to %.2f)%n",
                name, sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast());
    }

    private static double milliseconds(List<Long> times, double quantile) {
        return times.get((int) Math.min(times.size() - 1, Math.floor(times.size() * quantile))) / 1e6;
    }

    /** Other classes than the jar's: the floor's endpoint is among them. */
    private Process start() throws IOException {
        List<String> command = Packaged.java();
        command.add("dev.flightlog.app.Application");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of(
                        "FLIGHTLOG_DATABASE_URL",
                        postgres.getJdbcUrl("postgres", "postgres"),
                        "FLIGHTLOG_DATABASE_USERNAME",
                        "postgres",
                        "FLIGHTLOG_DATABASE_PASSWORD",
                        "postgres",
                        "FLIGHTLOG_GITHUB_APP_ID",
                        "1",
                        "FLIGHTLOG_GITHUB_PRIVATE_KEY",
                        FakeApp.generate().privateKeyPem(),
                        "FLIGHTLOG_GITHUB_WEBHOOK_SECRET",
                        SECRET,
                        "FLIGHTLOG_GITHUB_API_URL",
                        "http://127.0.0.1:1",
                        "FLIGHTLOG_BENCH_EMPTY_EXCHANGE",
                        "true",
                        "MICRONAUT_SERVER_PORT",
                        Integer.toString(port),
                        "FLIGHTLOG_MANAGEMENT_PORT",
                        Integer.toString(management)));
        return builder.redirectErrorStream(true)
                .redirectOutput(Path.of("target/intake-bench.log").toFile())
                .start();
    }

    private void awaitReady(Process server) throws InterruptedException {
        HttpRequest readiness = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + management + "/health/readiness"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!up(http, readiness)) {
                if (!server.isAlive()) {
                    throw new IllegalStateException("not ready; see target/intake-bench.log");
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    private static boolean up(HttpClient http, HttpRequest readiness) throws InterruptedException {
        try {
            return http.send(readiness, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** What one part left to do must not slow the next one down. */
    private void awaitHandled() throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.getJdbcUrl("postgres", "postgres"));
                Statement statement = connection.createStatement()) {
            while (waiting(statement) > 0) {
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    private static int waiting(Statement statement) throws SQLException {
        try (ResultSet result =
                statement.executeQuery("select count(*) from scheduled_tasks where task_name = 'delivery'")) {
            result.next();
            return result.getInt(1);
        }
    }

    private String signature() throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }

    /** As large as GitHub's usual payloads, and made of words and numbers as they are. */
    private static byte[] json(int bytes) {
        StringBuilder json = new StringBuilder("{\"action\":\"created\",\"starred_at\":\"2026-11-18T09:00:00Z\"");
        for (int number = 0; json.length() < bytes - 80; number++) {
            json.append(",\"field_")
                    .append(number)
                    .append("_url\":\"https://api.github.example/repos/acme/")
                    .append(Integer.toHexString(number * 0x9E3779B1))
                    .append('"');
        }
        return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private record Run(double accepted, double exchanges, double rows, double half, double worst) {
        double floor() {
            return 1 / (1 / exchanges + 1 / rows);
        }

        double share() {
            return accepted / floor();
        }
    }
}
