package dev.flightlog.sandbox;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.support.Postgres;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code mvn -Psandbox}: starts everything, installs the app by webhook, and says where to look and what to try. */
public final class Sandbox {
    private static final String ORGANIZATION = "acme";
    private static final long SEED = 42;
    private static final int PEOPLE = 60;
    private static final int TEAMS = 9;
    private static final int WEEKS = 10;

    private Sandbox() {}

    public static void main(String[] arguments) throws InterruptedException {
        int port = port("SANDBOX_PORT", 8080);
        int githubPort = port("SANDBOX_GITHUB_PORT", 8090);
        FakeGitHub github = FakeGitHub.start(FakeApp.generate(), InstantSource.system(), githubPort);
        github.authorizations().callbackUrls("http://localhost:" + port + "/login/callback");
        InventedOrganization invented = InventedOrganization.create(
                        github.world(), ORGANIZATION, SEED, PEOPLE, TEAMS, WEEKS)
                .punctual();
        ApplicationContext context = ApplicationContext.builder(properties(github, Postgres.fresh(), port))
                .start();
        EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
        context.getBean(Ready.class).await();
        github.webhookUrl(URI.create(server.getURL() + "/webhooks/github"));
        github.installApp(invented.organization());
        System.out.println(welcome(github, invented, port));
        stopWithCtrlC(context, github);
    }

    private static Map<String, Object> properties(FakeGitHub github, Postgres.Database database, int port) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("micronaut.server.port", port);
        properties.put("endpoints.all.port", port + 1);
        properties.put("flightlog.public-url", "http://localhost:" + port);
        properties.put("flightlog.github.app-id", Long.toString(github.app().id()));
        properties.put("flightlog.github.private-key", github.app().privateKeyPem());
        properties.put("flightlog.github.webhook-secret", github.app().webhookSecret());
        properties.put("flightlog.github.client-id", github.app().clientId());
        properties.put("flightlog.github.client-secret", github.app().clientSecret());
        properties.put("flightlog.github.api-url", github.apiUrl());
        properties.put("flightlog.github.web-url", github.webUrl());
        properties.put("flightlog.github.download-hosts", List.of(github.downloadHost()));
        properties.put("datasources.default.url", database.url());
        properties.put("datasources.default.username", database.username());
        properties.put("datasources.default.password", database.password());
        return properties;
    }

    private static String welcome(FakeGitHub github, InventedOrganization invented, int port) {
        return """

            Flightlog's sandbox is up. Everything in it is invented; nothing leaves this machine.

              Open    http://localhost:%6$d
                      sign in and choose who you are: owner, team lead, developer or outsider
              Read    %1$s/acme/copilot-governance/issues
                      the first weekly summary is there within a minute
              Try     write a comment below it, as one of these:
                        %2$s (admin)      /copilot status · /copilot seats idle · /copilot teams
                        %3$s (team lead)  /copilot team · /copilot help
                        %4$s (developer)  /copilot me
                        %5$s (outsider)   /copilot me   is told nothing
              Look    %1$s   the whole simulated GitHub
                      http://localhost:%7$d/prometheus   http://localhost:%7$d/health/readiness
                      http://localhost:%6$d/openapi.yml

            Ctrl-C stops it and forgets everything.
            """.formatted(
                        github.webUrl(),
                        invented.admin().login(),
                        invented.lead().login(),
                        invented.developer().login(),
                        invented.outsider().login(),
                        port,
                        port + 1);
    }

    private static void stopWithCtrlC(ApplicationContext context, FakeGitHub github) throws InterruptedException {
        Postgres.beforeStop(() -> {
            context.close();
            github.close();
        });
        Thread.currentThread().join();
    }

    private static int port(String variable, int usual) {
        String value = System.getenv(variable);
        if (value == null || value.isBlank()) {
            return usual;
        }
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(variable + " should be a port, such as " + usual + ", but is " + value);
        }
    }
}
