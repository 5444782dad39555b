package dev.flightlog.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;

/**
 * Makes a seeded organization, serves it on loopback and loads it into a fresh Postgres, beside the floor in the same
 * run. Each measurement is a process of its own with the flags of {@code src/main/jvm.options}.
 */
public final class ImportBenchmark {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 15);

    private final EmbeddedPostgres postgres;
    private final int people;
    private final Bounds bounds = Bounds.ofThisRun();
    private int databases;

    private ImportBenchmark(EmbeddedPostgres postgres, int people) {
        this.postgres = postgres;
        this.people = people;
    }

    /** Arguments: people, part files, runs. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        int people = Integer.parseInt(arguments[0]);
        int parts = Integer.parseInt(arguments[1]);
        int runs = Integer.parseInt(arguments[2]);
        SeededOrganization organization = new SeededOrganization(people, LAST_DAY);
        Path directory = Files.createTempDirectory("flightlog-bench-");
        int verdict;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("max_wal_size", "8GB")
                        .setServerConfig("shared_buffers", "256MB")
                        .start();
                ReportServer server = new ReportServer(directory, organization, parts)) {
            long rows = organization.writeUsers(directory, parts);
            for (int back = 0; back < SeededOrganization.DAYS; back++) {
                organization.writeTeams(directory, LAST_DAY.minusDays(back));
            }
            System.out.printf(
                    "%d people, %d teams, %d rows, %d MB in %d files%n",
                    people, organization.teams(), rows, megabytes(directory), parts);
            ImportBenchmark benchmark = new ImportBenchmark(postgres, people);
            benchmark.run(server, organization, parts, runs);
            verdict = benchmark.bounds.verdict();
        } finally {
            delete(directory);
        }
        System.exit(verdict);
    }

    private static final double MAX_TIMES_ITS_FLOOR = 1.5;
    private static final double MAX_MEGABYTES = 256;

    private void run(ReportServer server, SeededOrganization organization, int parts, int runs)
            throws IOException, InterruptedException, SQLException {
        List<Result> floors = new ArrayList<>();
        List<Result> allFloors = new ArrayList<>();
        List<Result> users = new ArrayList<>();
        List<Result> loads = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            floors.add(measure(false, false, server, parts));
            users.add(measure(true, false, server, parts));
            allFloors.add(measure(false, true, server, parts));
            loads.add(measure(true, true, server, parts));
        }
        System.out.println(
                "medians of " + runs + " runs            wall s   CPU s  peak MB  times the floor of its run");
        print("floor, users", floors, floors);
        print("users", users, floors);
        print("floor, users, teams, seats", allFloors, allFloors);
        print("users, teams, seats", loads, allFloors);
        bounds.check("users, teams, seats: times the floor", times(loads, allFloors), MAX_TIMES_ITS_FLOOR, "times");
        bounds.check("memory", median(loads).peak(), MAX_MEGABYTES, "MB");
        System.out.printf(
                "a team over 12 weeks, 95th percentile: %.1f ms%n",
                TeamQuestion.percentile95(
                        postgres.getJdbcUrl("postgres", "bench_" + databases), organization.teams(), LAST_DAY));
    }

    private static void print(String name, List<Result> results, List<Result> floors) {
        Result result = median(results);
        System.out.printf(
                "%-26s %9.2f %7.2f %8d %8.2f%n",
                name, result.wall() / 1000.0, result.cpu() / 1000.0, result.peak(), times(results, floors));
    }

    /** Each beside the floor that was measured just before it: a machine that slows down slows both. */
    private static double times(List<Result> results, List<Result> floors) {
        return IntStream.range(0, results.size())
                .mapToDouble(run ->
                        (double) results.get(run).wall() / floors.get(run).wall())
                .sorted()
                .toArray()[results.size() / 2];
    }

    private Result measure(boolean load, boolean all, ReportServer server, int parts)
            throws IOException, InterruptedException, SQLException {
        Measured.Order order = new Measured.Order(
                load, freshDatabase(), server.url(), server.filesUrl(), parts, LAST_DAY, all, people);
        List<String> command = Packaged.java();
        command.add(Measured.class.getName());
        command.addAll(order.arguments());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Result result = null;
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith("RESULT ")) {
                    String[] fields = line.split(" ");
                    result =
                            new Result(Long.parseLong(fields[1]), Long.parseLong(fields[2]), Long.parseLong(fields[3]));
                    System.out.println((load ? "load" : "floor") + (all ? " all " : " ") + result);
                } else if (Boolean.getBoolean("bench.verbose")) {
                    System.out.println(line);
                }
            }
        }
        if (process.waitFor() != 0 || result == null) {
            throw new IllegalStateException("the measured process failed");
        }
        return result;
    }

    private String freshDatabase() throws SQLException {
        String name = "bench_" + ++databases;
        try (Connection connection = DriverManager.getConnection(postgres.getJdbcUrl("postgres", "postgres"));
                Statement statement = connection.createStatement()) {
            if (databases > 1) {
                statement.execute("drop database bench_" + (databases - 1) + " with (force)");
            }
            statement.execute("create database " + name);
        }
        String url = postgres.getJdbcUrl("postgres", name);
        Flyway.configure().dataSource(url, null, null).load().migrate();
        return url;
    }

    private static Result median(List<Result> results) {
        return results.stream()
                .sorted(Comparator.comparingLong(Result::wall))
                .toList()
                .get(results.size() / 2);
    }

    private static long megabytes(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum() / 1_000_000;
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    /** Milliseconds of wall and processor time, and megabytes. */
    private record Result(long wall, long cpu, long peak) {}
}
