package dev.flightlog.support;

import dev.flightlog.fake.FakeGitHub;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** The real server in a JVM of its own, with the flags of {@code src/main/jvm.options}, to be killed at any moment. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration MAX_START = Duration.ofSeconds(90);
    private static final Duration MAX_STOP = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private static final HttpClient PROBES = HttpClient.newHttpClient();

    private final Process process;
    private final int port;
    private final int managementPort;
    private final Path log;

    private ServerProcess(Process process, int port, int managementPort, Path log) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
        this.log = log;
    }

    /**
     * Starts it.
     *
     * @param settings environment variables beside those that say where GitHub and the database are
     * @param words an operator's command in place of the server
     */
    public static ServerProcess launch(
            FakeGitHub github, Postgres.Database database, Map<String, String> settings, String... words) {
        try {
            int port = freePort();
            int managementPort = freePort();
            Path log = Files.createTempFile("flightlog-server-", ".log");
            List<String> command = command();
            command.addAll(List.of(words));
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().putAll(environment(github, database));
            builder.environment().putAll(settings);
            builder.environment().put("MICRONAUT_SERVER_PORT", Integer.toString(port));
            builder.environment().put("FLIGHTLOG_MANAGEMENT_PORT", Integer.toString(managementPort));
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            Process process = builder.start();
            Postgres.beforeStop(process::destroyForcibly);
            return new ServerProcess(process, port, managementPort, log);
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    /** The jar that the build made, where the build runs this ({@code -Dflightlog.jar}); its classes elsewhere. */
    private static List<String> command() {
        String jar = System.getProperty("flightlog.jar");
        return jar == null
                ? java("-XX:AOTMode=off", "-cp", classPath(), "dev.flightlog.app.Application")
                : java("-jar", jar);
    }

    private static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@src/main/jvm.options");
        command.addAll(List.of(arguments));
        return command;
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** With no pace of its own: a test says in seconds what GitHub's limits would stretch over minutes. */
    private static Map<String, String> environment(FakeGitHub github, Postgres.Database database) {
        return Map.of(
                "FLIGHTLOG_GITHUB_POINTS_PER_MINUTE", "1000000",
                "FLIGHTLOG_GITHUB_APP_ID", Long.toString(github.app().id()),
                "FLIGHTLOG_GITHUB_PRIVATE_KEY", github.app().privateKeyPem(),
                "FLIGHTLOG_GITHUB_WEBHOOK_SECRET", github.app().webhookSecret(),
                "FLIGHTLOG_GITHUB_API_URL", github.apiUrl(),
                "FLIGHTLOG_GITHUB_WEB_URL", github.webUrl(),
                "FLIGHTLOG_GITHUB_DOWNLOAD_HOSTS", github.downloadHost(),
                "FLIGHTLOG_DATABASE_URL", database.url(),
                "FLIGHTLOG_DATABASE_USERNAME", database.username(),
                "FLIGHTLOG_DATABASE_PASSWORD", database.password());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Waits until it says that it is ready. */
    public ServerProcess awaitReady() {
        await("the server is ready", MAX_START, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("the server ended:\n" + log());
            }
            return ready();
        });
        return this;
    }

    /** What the readiness probe sees. */
    public boolean ready() {
        HttpRequest probe = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + managementPort + "/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return PROBES.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits for something outside of this JVM. */
    public static void await(String what, Duration longest, BooleanSupplier right) {
        long end = System.nanoTime() + longest.toNanos();
        while (!right.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not in " + longest.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    public URI webhookUrl() {
        return URI.create("http://localhost:" + port + "/webhooks/github");
    }

    /** Memory that no file stands behind; 0 where the operating system does not say. */
    public long anonymousMegabytes() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            return Files.exists(status) ? megabytes(Files.readAllLines(status), "RssAnon:") : 0;
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    private static long megabytes(List<String> status, String field) {
        return status.stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    /** Most memory that it ever had resident, mapped files included; 0 where the operating system does not say. */
    public long peakMegabytes() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            return Files.exists(status) ? megabytes(Files.readAllLines(status), "VmHWM:") : 0;
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** What it printed. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Waits until an operator's command has ended. Its exit status. */
    public int awaitEnd() {
        await("the command has ended", MAX_START, () -> !process.isAlive());
        return process.exitValue();
    }

    /** As {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /**
     * Asks it to stop, as Kubernetes does, and waits until it has.
     *
     * @return its exit status
     * @throws AssertionError if it still runs when Kubernetes would kill it
     */
    public int terminate() {
        process.destroy();
        try {
            if (!process.waitFor(MAX_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("still running " + MAX_STOP + " after SIGTERM:\n" + log());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        kill();
        try {
            Files.deleteIfExists(log);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
