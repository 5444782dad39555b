package dev.flightlog.github;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;

/** The clients of one GitHub, put together as the container would. */
final class Clients {
    static final Access.Installation ACME = Access.installation(7);
    static final RepositoryName REPOSITORY = new RepositoryName("acme", "copilot-governance");
    static final String PATH = "/repos/acme/copilot-governance";

    /** What hub4j reads before anything else. */
    static final String REPOSITORY_JSON = """
            {"id": 11, "name": "copilot-governance", "full_name": "acme/copilot-governance", "owner": {"login": "acme"}}
            """;

    private static final String KEY = key();

    final RestClient rest;
    final GraphQlClient graphQl;
    final Requests requests;
    final Hub hub;

    Clients(URI api) {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));
        GitHubConfiguration configuration = new GitHubConfiguration(
                "1", KEY, null, null, null, api, api, List.of(), Duration.ofSeconds(5), Duration.ofSeconds(20));
        GitHubApp app = new GitHubApp(configuration, clock);
        Transport transport = new Transport(configuration, new RateLimitGate(clock), clock, new SimpleMeterRegistry());
        requests = new Requests(configuration);
        rest = new RestClient(requests, transport, app, new InstallationTokens(app, requests, transport, clock));
        graphQl = new GraphQlClient(requests, configuration, rest, clock);
        hub = new Hub(configuration, requests, rest);
    }

    private static String key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            byte[] der = generator.generateKeyPair().getPrivate().getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(der)
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
