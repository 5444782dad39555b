package dev.flightlog.github.rest;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.github.Access;
import dev.flightlog.github.GitHubApp;
import dev.flightlog.github.GitHubConfiguration;
import dev.flightlog.github.Installations;
import dev.flightlog.github.OwnApp;
import dev.flightlog.github.RepositoryName;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The clients of one GitHub, put together as the container would. */
public final class Clients {
    public static final Access.Installation ACME = Access.installation(7);
    public static final RepositoryName REPOSITORY = new RepositoryName("acme", "copilot-governance");
    public static final String PATH = "/repos/acme/copilot-governance";

    /** What hub4j reads before anything else. */
    public static final String REPOSITORY_JSON = """
        {"id": 11, "name": "copilot-governance", "full_name": "acme/copilot-governance", "owner": {"login": "acme"}}
        """;

    private static final String KEY = FakeApp.generate().privateKeyPem();

    public final RestClient rest;
    public final Listings listings;
    public final GraphQlClient graphQl;
    final RequestFactory requests;
    public final Hub4jClient hub;
    public final OwnApp ownApp;

    public Clients(URI api) {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));
        GitHubConfiguration configuration = new GitHubConfiguration(
                "1", KEY, null, api, api, List.of(), Duration.ofSeconds(5), Duration.ofSeconds(20), 6, 100_000);
        GitHubApp app = new GitHubApp(configuration, clock);
        RequestPacer pacer = new RequestPacer(configuration);
        Transport transport = new Transport(
                configuration, new RateLimitGate(clock), pacer, new Outages(clock), clock, new SimpleMeterRegistry());
        requests = new RequestFactory(configuration);
        rest = new RestClient(requests, transport, app, new InstallationTokens(app, requests, transport, clock));
        listings = new Listings(rest, new ConcurrentRequests(configuration, pacer));
        graphQl = new GraphQlClient(requests, configuration, rest, clock);
        hub = new Hub4jClient(configuration, requests, rest);
        ownApp = new OwnApp(new Installations(rest), clock);
    }
}
