package dev.flightlog.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InstallationsJobTest {
    private static final int LISTENERS = 4;
    private static final byte[] NOBODY = "[]".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NOT_FOUND = "{\"message\":\"Not Found\"}".getBytes(StandardCharsets.UTF_8);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private volatile Runnable meanwhile = () -> {};
    private HttpServer listing;

    @BeforeEach
    void start() throws IOException {
        listing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listing.createContext("/app/installations", exchange -> {
            meanwhile.run();
            exchange.sendResponseHeaders(200, NOBODY.length);
            exchange.getResponseBody().write(NOBODY);
            exchange.close();
        });
        listing.createContext("/app/installations/", exchange -> {
            exchange.sendResponseHeaders(404, NOT_FOUND.length);
            exchange.getResponseBody().write(NOT_FOUND);
            exchange.close();
        });
        listing.start();
    }

    @AfterEach
    void stop() {
        listing.stop(0);
    }

    @Test
    void whoInstallsTheAppWhileTheListIsReadStays() {
        try (TestApplication app = TestApplication.start(
                        clock,
                        FakeGitHub.start(FakeApp.generate(), clock),
                        Map.of(
                                "flightlog.github.api-url",
                                "http://127.0.0.1:" + listing.getAddress().getPort()))
                .careless()) {
            OrganizationStore organizations = app.bean(OrganizationStore.class);
            organizations.installed(1, "gone", 11, Map.of(), clock.instant());
            organizations.installed(2, "anew", 12, Map.of(), clock.instant());
            meanwhile = () -> {
                organizations.installed(2, "anew", 22, Map.of(), clock.instant());
                organizations.installed(3, "fresh", 13, Map.of(), clock.instant());
            };

            app.bean(InstallationsJob.class).run(new InstallationsJob.Data());

            assertThat(app.query("select login || ' ' || state from organization order by login"))
                    .containsExactly("anew active", "fresh active", "gone removed");
        }
    }

    /** GitHub lists the installation at every start, with its webhook or after it. */
    @Test
    void readsAnOrganizationOnceThoughTheListNamesItAgain() {
        try (TestApplication app = TestApplication.start(clock)) {
            installed(app);
            app.runJobs();
            long requests = requestsOfOrganization(app);

            app.bean(InstallationsJob.class).run(new InstallationsJob.Data());
            app.runJobs();

            assertThat(requests).isPositive();
            assertThat(requestsOfOrganization(app)).isEqualTo(requests);
        }
    }

    @Test
    void oneOfThoseThatHearOfItAtTheSameTimeStartsTheReading() throws Exception {
        try (TestApplication app = TestApplication.start(clock)) {
            Installation installation = installed(app);
            InstallationReading reading = app.bean(InstallationReading.class);
            List<Boolean> started = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(LISTENERS)) {
                List<Callable<Boolean>> listeners =
                        Collections.nCopies(LISTENERS, () -> reading.read(installation.id()));
                for (Future<Boolean> each : threads.invokeAll(listeners)) {
                    started.add(each.get());
                }
            }
            app.runJobs();

            assertThat(started).containsOnlyOnce(true).hasSize(LISTENERS);
        }
    }

    private static Installation installed(TestApplication app) {
        Organization acme = app.github().world().addOrganization("acme");
        acme.addOwner("ada");
        acme.addRepository("copilot-governance");
        return app.github().installApp(acme);
    }

    private static long requestsOfOrganization(TestApplication app) {
        return app.github().requests().stream()
                .filter(request -> request.path().startsWith("/orgs/"))
                .count();
    }
}
