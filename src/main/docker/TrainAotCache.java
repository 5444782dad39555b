import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Starts the server once, sends it real requests and stops it, so that the JVM writes an AOT cache of what was loaded;
 * then starts it once more in a way that fails if the cache does not fit.
 * Runs in the build and in the image's: {@code java TrainAotCache.java <java> <cache>}, in the directory of the jar,
 * with FLIGHTLOG_DATABASE_* set, and MICRONAUT_SERVER_PORT and FLIGHTLOG_MANAGEMENT_PORT where the usual ones are
 * taken. GitHub is {@link TrainingGitHub} here: a first load runs, so that the compiler knows from the start what will
 * be hot.
 */
final class TrainAotCache {
    /** The JVM that writes the cache holds all classes at once; the server's own limit is too small for that. */
    private static final String ROOM_FOR_ASSEMBLY = "-XX:MaxMetaspaceSize=1g";

    private static final String SECRET = UUID.randomUUID().toString();
    private static final String PRIVATE_KEY = privateKey();
    private static final Duration POSTED_WITHIN = Duration.ofSeconds(90);
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final int PORT = port("MICRONAUT_SERVER_PORT", 8080);
    private static final int MANAGEMENT_PORT = port("FLIGHTLOG_MANAGEMENT_PORT", 8081);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Instant readyAt = Instant.EPOCH;

    public static void main(String[] arguments) throws Exception {
        String java = arguments[0];
        Path cache = Path.of(arguments[1]);
        Files.deleteIfExists(cache);
        Path options = Files.createTempFile("training", ".options");
        try {
            Files.write(options, optionsWithoutCache());
            try (TrainingGitHub github = new TrainingGitHub()) {
                train(
                        start(
                                java,
                                options,
                                github,
                                "-XX:AOTCacheOutput=" + cache,
                                ROOM_FOR_ASSEMBLY,
                                "-Xlog:aot=error"),
                        github);
            }
            if (!Files.exists(cache)) {
                throw new IllegalStateException("the JVM wrote no AOT cache at " + cache);
            }
            Instant before = Instant.now();
            try (TrainingGitHub github = new TrainingGitHub()) {
                prove(start(java, options, github, "-XX:AOTCache=" + cache, "-XX:AOTMode=on"));
            }
            System.out.printf(
                    "AOT cache: %,d bytes, ready with it after %,d ms%n",
                    Files.size(cache), Duration.between(before, readyAt).toMillis());
        } finally {
            Files.delete(options);
        }
    }

    private static void train(Process server, TrainingGitHub github) throws Exception {
        try {
            awaitReady(server);
            requests();
            install(github);
        } finally {
            stop(server);
        }
    }

    private static void prove(Process server) throws Exception {
        try {
            awaitReady(server);
        } finally {
            stop(server);
        }
    }

    private static void stop(Process server) throws InterruptedException {
        server.destroy();
        if (!server.waitFor(120, TimeUnit.SECONDS)) {
            server.destroyForcibly();
            throw new IllegalStateException("the server did not stop");
        }
    }

    private static int port(String variable, int usual) {
        String set = System.getenv(variable);
        return set == null ? usual : Integer.parseInt(set);
    }

    /** One of AOTCache and AOTCacheOutput may be given, not both. */
    private static List<String> optionsWithoutCache() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("src/main/jvm.options"))) {
            return lines.filter(it -> !it.startsWith("-XX:AOTCache")).toList();
        }
    }

    private static Process start(String java, Path options, TrainingGitHub github, String... cacheOptions)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(java, "@" + options));
        command.addAll(List.of(cacheOptions));
        command.addAll(List.of("-jar", "target/flightlog.jar"));
        var builder = new ProcessBuilder(command);
        builder.environment().put("FLIGHTLOG_GITHUB_APP_ID", "1");
        builder.environment().put("FLIGHTLOG_GITHUB_PRIVATE_KEY", PRIVATE_KEY);
        builder.environment().put("FLIGHTLOG_GITHUB_WEBHOOK_SECRET", SECRET);
        builder.environment().put("FLIGHTLOG_GITHUB_API_URL", github.url());
        builder.environment().put("FLIGHTLOG_GITHUB_DOWNLOAD_HOSTS", github.host());
        builder.environment().put("FLIGHTLOG_LOG_FORMAT", "json");
        return builder.inheritIO().start();
    }

    private static String privateKey() {
        byte[] key;
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            key = generator.generateKeyPair().getPrivate().getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key));
    }

    private static void awaitReady(Process server) throws InterruptedException {
        Instant deadline = Instant.now().plus(READY_WITHIN);
        while (status(get(MANAGEMENT_PORT, "/health/readiness")) != 200) {
            if (!server.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("the server did not become ready; its log is above");
            }
            Thread.sleep(20);
        }
        readyAt = Instant.now();
    }

    private static void requests() throws Exception {
        for (int round = 0; round < 20; round++) {
            String body = "{\"zen\":\"Keep it logically awesome.\",\"hook_id\":1,\"round\":" + round + "}";
            status(delivery("ping", body, "sha256=" + signature(body)));
            status(delivery("ping", body, "sha256=" + "0".repeat(64)));
            status(get(PORT, "/api/orgs/acme/seats"));
            status(get(PORT, "/schemas/flightlog.schema.json"));
            status(get(PORT, "/setup/installed"));
            status(get(MANAGEMENT_PORT, "/health/liveness"));
            status(get(MANAGEMENT_PORT, "/prometheus"));
        }
    }

    /** The whole way to the first post. */
    private static void install(TrainingGitHub github) throws Exception {
        String body = "{\"action\":\"created\",\"installation\":" + TrainingGitHub.installation() + ",\"organization\":"
                + TrainingGitHub.ORGANIZATION + ",\"repositories\":[]}";
        status(delivery("installation", body, "sha256=" + signature(body)));
        if (!github.awaitPost(POSTED_WITHIN.toSeconds())) {
            throw new IllegalStateException("nothing was posted; the server's log is above");
        }
    }

    private static HttpRequest get(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
    }

    private static HttpRequest delivery(String event, String body, String signature) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/webhooks/github"))
                .header("Content-Type", "application/json")
                .header("X-GitHub-Event", event)
                .header("X-GitHub-Delivery", UUID.randomUUID().toString())
                .header("X-Hub-Signature-256", signature)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static String signature(String body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** 0 when nobody answers. */
    private static int status(HttpRequest request) throws InterruptedException {
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException nobody) {
            return 0;
        }
    }
}
