package dev.flightlog.sandbox;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.flightlog.cost.BillingSync;
import dev.flightlog.digest.DigestCard;
import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.model.CopilotBudget;
import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.policy.Policy;
import dev.flightlog.summary.Summaries;
import dev.flightlog.support.Postgres;
import dev.flightlog.support.ServerProcess;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** {@code mvn -Psandbox}: starts everything, installs the app by webhook, and says where to look and what to try. */
public final class Sandbox {
    private static final String ORGANIZATION = "acme";
    private static final long SEED = 42;
    private static final String POLICY = "version: 1\nsummary:\n  digest: true\nreviews:\n  max_seats: 20\n";
    private static final List<CopilotBudget> BUDGETS = List.of(
            CopilotBudget.ofCredits("beyond-the-pool", 200, true),
            new CopilotBudget("each", "BundlePricing", "ai_credits", "multi_user_customer", 40, true, true, null),
            new CopilotBudget("builds", "ProductPricing", "actions", "organization", 150, false, true, null));
    private static final int PEOPLE = 60;
    private static final int TEAMS = 9;
    private static final int WEEKS = 10;
    private static final Duration MAX_LOAD = Duration.ofSeconds(90);

    private Sandbox() {}

    public static void main(String[] arguments) throws InterruptedException {
        SandboxPorts ports = SandboxPorts.ofThisProgram();
        int port = ports.server();
        int githubPort = ports.github();
        MovableClock clock = new MovableClock();
        FakeGitHub github = FakeGitHub.start(FakeApp.generate(), clock, githubPort);
        github.authorizations().callbackUrls("http://localhost:" + port + "/login/callback");
        InventedOrganization invented = InventedOrganization.create(
                        github.world(), ORGANIZATION, SEED, PEOPLE, TEAMS, WEEKS)
                .punctual();
        invented.organization()
                .governance()
                .history()
                .commit("main", invented.admin(), "Policy", Map.of(Policy.FILE, POLICY));
        invented.organization().copilot().budgets(BUDGETS);
        Desk desk = new Desk(githubPort + 1, clock, invented, github);
        Postgres.Database database = Postgres.fresh();
        ApplicationContext context = ApplicationContext.builder(properties(github, database, desk, port))
                .singletons(clock)
                .start();
        EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
        context.getBean(Ready.class).await();
        desk.shows(() -> card(context, invented));
        github.webhookUrl(URI.create(server.getURL() + "/webhooks/github"));
        Installation installation = github.installApp(invented.organization());
        // Optional: with it the bill and GitHub's own budgets stand in /copilot cost and on the page of the cost.
        github.administrators().accept(installation, BillingSync.PERMISSION, "read");
        awaitFirstPost(invented);
        quiet();
        System.out.println(welcome(github, invented, port) + reading(github, database, desk, port));
        stopWithCtrlC(context, github, desk);
    }

    /** The latest weekly post as a card. */
    private static Optional<DigestCard> card(ApplicationContext context, InventedOrganization invented) {
        return context.getBean(Summaries.class)
                .latestPosted(invented.organization().id())
                .flatMap(week -> Optional.ofNullable(week.post()).map(post -> DigestCard.of(week.summary(), post)));
    }

    /** The banner comes last, so that it stays on the screen. */
    private static void awaitFirstPost(InventedOrganization invented) {
        System.out.println("reading 28 days of the invented organization …");
        try {
            ServerProcess.await(
                    "the first post",
                    MAX_LOAD,
                    () -> !invented.organization().governance().issues().isEmpty());
        } catch (AssertionError late) {
            System.out.println("the first post takes longer; it comes by itself");
        }
    }

    /** From now on only what an operator would have to look at. */
    private static void quiet() {
        ((Logger) LoggerFactory.getLogger("dev.flightlog")).setLevel(Level.ERROR);
    }

    private static Map<String, Object> properties(FakeGitHub github, Postgres.Database database, Desk desk, int port) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("micronaut.server.port", port);
        properties.put("endpoints.all.port", port + 1);
        properties.put("flightlog.public-url", "http://localhost:" + port);
        properties.put("flightlog.api.issuer", desk.url());
        properties.put("flightlog.api.jwks-url", desk.url() + "/jwks");
        properties.put("flightlog.api.audience", "http://localhost:" + port);
        properties.put("flightlog.digest.url", desk.chatUrl());
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
                        %2$s (admin): /copilot status · /copilot seats idle · /copilot cost
                        %3$s (team lead): /copilot team · /copilot help
                        %4$s (developer): /copilot me
                        %5$s (outsider): /copilot me, which gets no answer
              Look    %1$s   the whole simulated GitHub
                      http://localhost:%7$d/prometheus   http://localhost:%7$d/health/readiness
                      http://localhost:%6$d/openapi.yml
            """.formatted(
                        github.webUrl(),
                        invented.admin().login(),
                        invented.lead().login(),
                        invented.developer().login(),
                        invented.outsider().login(),
                        port,
                        port + 1);
    }

    private static String reading(FakeGitHub github, Postgres.Database database, Desk desk, int port) {
        return """
              Go on   %1$s   the next day, the next week, a restated day, days that do not come;
                      %1$s/chats   the digest as it looks in Slack and in Teams
              Review  %1$s   "A seat review in minutes": 20 unused seats, step by step;
                      or watch one: src/bench/seat-review http://localhost:%4$d %6$s %1$s
              Query   psql "%2$s"
              Send    FLIGHTLOG_GITHUB_WEBHOOK_SECRET='%5$s' src/bench/deliver EVENT FILE http://localhost:%4$d
              API     curl -s -H "Authorization: Bearer %3$s" http://localhost:%4$d/api/orgs/acme/overview

            Ctrl-C stops it and forgets everything.
            """.formatted(
                        desk.url(),
                        database.url()
                                .substring("jdbc:".length())
                                .replace("//", "//" + database.username() + ":" + database.password() + "@"),
                        desk.token("http://localhost:" + port),
                        port,
                        github.app().webhookSecret(),
                        github.webUrl());
    }

    private static void stopWithCtrlC(ApplicationContext context, FakeGitHub github, Desk desk)
            throws InterruptedException {
        Postgres.beforeStop(() -> {
            desk.close();
            context.close();
            github.close();
        });
        Thread.currentThread().join();
    }
}
