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
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Starts the server once, sends it real requests and stops it, so that the JVM writes an AOT cache of what was loaded.
 * Runs in the image's build: {@code java TrainAotCache.java <java> <cache>}, in the directory of the jar,
 * with FLIGHTLOG_DATABASE_* set. GitHub is not asked: its address here is a port where nobody listens.
 */
final class TrainAotCache {
    private static final String SECRET = UUID.randomUUID().toString();
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public static void main(String[] arguments) throws Exception {
        Path cache = Path.of(arguments[1]);
        Path options = Files.createTempFile("training", ".options");
        Files.write(options, optionsWithoutCache());
        Process server = start(arguments[0], options, cache);
        try {
            awaitReady(server);
            requests();
        } finally {
            server.destroy();
        }
        if (!server.waitFor(120, TimeUnit.SECONDS) || !Files.exists(cache)) {
            throw new IllegalStateException("no AOT cache at " + cache);
        }
        System.out.printf("AOT cache: %,d bytes%n", Files.size(cache));
    }

    /** One of AOTCache and AOTCacheOutput may be given, not both. */
    private static List<String> optionsWithoutCache() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("src/main/jvm.options"))) {
            return lines.filter(it -> !it.startsWith("-XX:AOTCache")).toList();
        }
    }

    private static Process start(String java, Path options, Path cache) throws Exception {
        var builder = new ProcessBuilder(
                java, "@" + options, "-XX:AOTCacheOutput=" + cache, "-jar", "target/flightlog.jar");
        builder.environment().put("FLIGHTLOG_GITHUB_APP_ID", "1");
        builder.environment().put("FLIGHTLOG_GITHUB_PRIVATE_KEY", privateKey());
        builder.environment().put("FLIGHTLOG_GITHUB_WEBHOOK_SECRET", SECRET);
        builder.environment().put("FLIGHTLOG_GITHUB_API_URL", "http://127.0.0.1:1");
        builder.environment().put("FLIGHTLOG_LOG_FORMAT", "json");
        return builder.inheritIO().start();
    }

    private static String privateKey() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key));
    }

    private static void awaitReady(Process server) throws InterruptedException {
        Instant deadline = Instant.now().plus(READY_WITHIN);
        while (status(get(8081, "/health/readiness")) != 200) {
            if (!server.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("the server did not become ready; its log stands above");
            }
            Thread.sleep(100);
        }
    }

    private static void requests() throws Exception {
        for (int round = 0; round < 20; round++) {
            String body = "{\"zen\":\"Keep it logically awesome.\",\"hook_id\":1,\"round\":" + round + "}";
            status(delivery(body, "sha256=" + signature(body)));
            status(delivery(body, "sha256=" + "0".repeat(64)));
            status(get(8080, "/api/orgs/acme/seats"));
            status(get(8080, "/schemas/flightlog.schema.json"));
            status(get(8080, "/setup/installed"));
            status(get(8081, "/health/liveness"));
            status(get(8081, "/prometheus"));
        }
    }

    private static HttpRequest get(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    }

    private static HttpRequest delivery(String body, String signature) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:8080/webhooks/github"))
                .header("Content-Type", "application/json")
                .header("X-GitHub-Event", "ping")
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
        } catch (IOException e) {
            return 0;
        }
    }
}
