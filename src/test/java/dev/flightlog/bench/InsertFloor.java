package dev.flightlog.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The floor of storing: one row with the same payload in one transaction, by pgbench, or by JDBC where there is none. */
final class InsertFloor {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final String url;
    private final byte[] payload;

    InsertFloor(String url, byte[] payload) throws SQLException {
        this.url = url;
        this.payload = payload;
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists floor"
                    + " (guid uuid primary key, event text, payload bytea, received_at timestamptz)");
        }
    }

    static boolean pgbench() {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "pgbench")));
    }

    /** Rows a second over so many connections. */
    double rate(int connections, Duration time) throws IOException, InterruptedException {
        return pgbench() ? byPgbench(connections, time) : byJdbc(connections, time);
    }

    private double byPgbench(int connections, Duration time) throws IOException, InterruptedException {
        Path script = Files.createTempFile("floor", ".sql");
        try {
            Files.writeString(
                    script,
                    "insert into floor values (gen_random_uuid(), 'star', '\\x"
                            + HexFormat.of().formatHex(payload) + "'::bytea, now());\n");
            URI server = URI.create(url.substring("jdbc:".length()));
            Process process = new ProcessBuilder(
                            "pgbench",
                            "-n",
                            "-M",
                            "prepared",
                            "-h",
                            "localhost",
                            "-p",
                            "" + server.getPort(),
                            "-U",
                            "postgres",
                            "-c",
                            "" + connections,
                            "-j",
                            "2",
                            "-T",
                            "" + time.toSeconds(),
                            "-f",
                            script.toString(),
                            server.getPath().substring(1))
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher rate = RATE.matcher(output);
            if (process.waitFor() != 0 || !rate.find()) {
                throw new IOException(output);
            }
            return Double.parseDouble(rate.group(1));
        } finally {
            Files.delete(script);
        }
    }

    private double byJdbc(int connections, Duration time) throws InterruptedException {
        long start = System.nanoTime();
        List<Future<Integer>> running = new ArrayList<>();
        int rows = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (int number = 0; number < connections; number++) {
                running.add(threads.submit(() -> insertUntil(start + time.toNanos())));
            }
            for (Future<Integer> each : running) {
                rows += each.get();
            }
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
        return rows * 1e9 / (System.nanoTime() - start);
    }

    private int insertUntil(long end) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement insert =
                        connection.prepareStatement("insert into floor values (?, 'star', ?, now())")) {
            int rows = 0;
            for (; System.nanoTime() < end; rows++) {
                insert.setObject(1, UUID.randomUUID());
                insert.setBytes(2, payload);
                insert.executeUpdate();
            }
            return rows;
        }
    }
}
