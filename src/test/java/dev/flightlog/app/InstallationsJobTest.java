package dev.flightlog.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.Fault;
import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Which installations are known: from the list that GitHub gives, and from webhooks meanwhile. */
class InstallationsJobTest {
    private static final int LISTENERS = 4;
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));

    @Test
    void whoInstallsTheAppWhileTheListIsReadStays() {
        try (TestApplication app = TestApplication.start(clock).careless()) {
            OrganizationStore organizations = app.bean(OrganizationStore.class);
            organizations.installed(1, "gone", 11, Map.of(), clock.instant());
            organizations.installed(2, "again", 12, Map.of(), clock.instant());
            app.github().faults().next("GET /app/installations\\?", 1, Fault.meanwhile(() -> {
                organizations.installed(2, "again", 22, Map.of(), clock.instant());
                organizations.installed(3, "fresh", 13, Map.of(), clock.instant());
            }));

            app.bean(InstallationsJob.class).run(new InstallationsJob.Data());

            assertThat(app.github().faults().pending()).isFalse();
            assertThat(app.query("select login || ' ' || state from organization order by login"))
                    .containsExactly("again active", "fresh active", "gone removed");
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
