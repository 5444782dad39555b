package dev.flightlog.bench;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.support.Postgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * How long the packaged server takes until it is ready, and what it holds in memory when idle: medians of several runs,
 * with the AOT cache and without. Run by {@code src/bench/startup}.
 */
final class StartupBenchmark {
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration IDLE = Duration.ofSeconds(Integer.getInteger("idle", 10));
    private static final Duration GIVE_UP = Duration.ofSeconds(60);
    private static final double MAX_READY_MILLIS = 1_500;
    private static final double MAX_IDLE_MEGABYTES = 200;
    private static final long CLOCK_TICKS_PER_SECOND = 100;

    private final Postgres.Database database = Postgres.fresh();
    private final String key = FakeApp.generate().privateKeyPem();
    private final HttpClient http = HttpClient.newHttpClient();
    private final int runs;

    private StartupBenchmark(int runs) {
        this.runs = runs;
    }

    public static void main(String[] arguments) throws Exception {
        StartupBenchmark bench = new StartupBenchmark(Integer.parseInt(arguments[0]));
        bench.run(List.of());
        System.out.printf(
                "%d runs each, %d processors, load average before %s%n",
                bench.runs,
                Runtime.getRuntime().availableProcessors(),
                Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
        System.out.println("| start | ready, median | fastest | CPU time, median | idle RSS, median |");
        System.out.println("| --- | ---: | ---: | ---: | ---: |");
        List<Run> cached = bench.measure("with AOT cache", List.of());
        bench.measure("without", List.of("-XX:AOTMode=off"));
        Bounds bounds = Bounds.ofThisRun();
        bounds.check(
                "ready with AOT cache",
                median(cached.stream().map(Run::readyMillis).toList()),
                MAX_READY_MILLIS,
                "ms");
        bounds.check(
                "idle memory", median(cached.stream().map(Run::rssBytes).toList()) / 1e6, MAX_IDLE_MEGABYTES, "MB");
        System.exit(bounds.verdict());
    }

    private List<Run> measure(String name, List<String> options) throws Exception {
        List<Run> made = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            made.add(run(options));
        }
        System.out.printf(
                "| %s | %,d ms | %,d ms | %,d ms | %,d MB |%n",
                name,
                median(made.stream().map(Run::readyMillis).toList()),
                made.stream().mapToLong(Run::readyMillis).min().orElseThrow(),
                median(made.stream().map(Run::cpuMillis).toList()),
                median(made.stream().map(Run::rssBytes).toList()) / 1_000_000);
        return made;
    }

    private Run run(List<String> options) throws Exception {
        int port = Ports.free();
        int management = Ports.free();
        Process server = start(options, port, management);
        try {
            long ready = awaitReady(server, management);
            long cpu = cpuMillis(server.pid());
            LockSupport.parkNanos(IDLE.toNanos());
            return new Run(ready, cpu, rssBytes(server.pid()));
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private Process start(List<String> options, int port, int management) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@src/main/jvm.options");
        command.addAll(options);
        command.addAll(List.of("-jar", "target/flightlog.jar"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("FLIGHTLOG_DATABASE_URL", database.url());
        builder.environment().put("FLIGHTLOG_DATABASE_USERNAME", database.username());
        builder.environment().put("FLIGHTLOG_DATABASE_PASSWORD", database.password());
        builder.environment().put("FLIGHTLOG_GITHUB_APP_ID", "1");
        builder.environment().put("FLIGHTLOG_GITHUB_PRIVATE_KEY", key);
        builder.environment().put("FLIGHTLOG_GITHUB_WEBHOOK_SECRET", "bench");
        builder.environment().put("FLIGHTLOG_GITHUB_API_URL", "http://127.0.0.1:1");
        builder.environment().put("MICRONAUT_SERVER_PORT", Integer.toString(port));
        builder.environment().put("FLIGHTLOG_MANAGEMENT_PORT", Integer.toString(management));
        return builder.redirectErrorStream(true)
                .redirectOutput(Path.of("target/startup-bench.log").toFile())
                .start();
    }

    private long awaitReady(Process server, int management) throws Exception {
        long start = System.nanoTime();
        HttpRequest readiness = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + management + "/health/readiness"))
                .build();
        while (!up(readiness)) {
            if (!server.isAlive() || System.nanoTime() - start > GIVE_UP.toNanos()) {
                throw new IllegalStateException("not ready; see target/startup-bench.log");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    private boolean up(HttpRequest readiness) throws InterruptedException {
        try {
            return http.send(readiness, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** User and system time of the process, from Linux. */
    private static long cpuMillis(long pid) throws IOException {
        String[] fields = Files.readString(Path.of("/proc", Long.toString(pid), "stat"))
                .replaceFirst("^.*\\) ", "")
                .split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 1000 / CLOCK_TICKS_PER_SECOND;
    }

    private static long rssBytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private record Run(long readyMillis, long cpuMillis, long rssBytes) {}
}
