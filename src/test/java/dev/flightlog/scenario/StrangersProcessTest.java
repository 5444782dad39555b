package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.support.Postgres;
import dev.flightlog.support.RawConnections;
import dev.flightlog.support.RawDelivery;
import dev.flightlog.support.ServerProcess;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server with its real flags: nobody without the secret can end it or keep GitHub out, also while it imports. */
class StrangersProcessTest {
    private static final int MAX_MEGABYTES = 256;
    private static final Duration GITHUB_WAITS = Duration.ofSeconds(10);

    private final Fleet fleet = new Fleet(Postgres.fresh());
    private ServerProcess server;

    @BeforeEach
    void start() {
        server = fleet.start();
    }

    @AfterEach
    void stop() {
        fleet.close();
    }

    @Test
    void announcedBodiesTakeNoMemoryWhileReportsAreImported() throws Exception {
        fleet.install();
        try (RawConnections strangers = new RawConnections(server.webhookUrl())) {
            for (int round = 0; round < 3; round++) {
                strangers.announce(25 << 20);
                announce(strangers, 16, 1 << 20);
                announce(strangers, 400, 64 << 10);
                strangers.send(RawConnections.delivery("Content-Encoding: gzip", "Content-Length: 26529"));
                deliverInTime();
            }
        }
        fleet.await("the first load is complete", () -> !fleet.summaries().isEmpty());
        expectHealthy();
    }

    @Test
    void fourThousandHalfOpenHeadersKeepNobodyOut() throws Exception {
        fleet.install();
        try (RawConnections strangers = new RawConnections(server.webhookUrl())) {
            for (int number = 0; number < 4_000; number++) {
                strangers.send("POST /webhooks/github HTTP/1.1\r\nHost: fl");
            }
            deliverInTime();
            assertThat(RawDelivery.of(fleet.github().app().webhookSecret(), 25 << 20)
                            .sendTo(server.webhookUrl()))
                    .isEqualTo(202);
        }
        expectHealthy();
    }

    private void deliverInTime() throws Exception {
        long begin = System.nanoTime();
        int status = RawDelivery.of(fleet.github().app().webhookSecret(), 500).sendTo(server.webhookUrl());
        assertThat(status).isEqualTo(202);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(GITHUB_WAITS);
        ServerProcess.await("readiness is UP", GITHUB_WAITS, server::ready);
    }

    private void expectHealthy() {
        assertThat(server.alive()).as(server.log()).isTrue();
        assertThat(server.ready()).isTrue();
        assertThat(server.anonymousMegabytes()).isLessThanOrEqualTo(MAX_MEGABYTES);
        assertThat(server.log()).doesNotContain("OutOfMemory").doesNotContain("OutOfDirectMemory");
    }

    private static void announce(RawConnections strangers, int connections, long bytes) throws Exception {
        for (int number = 0; number < connections; number++) {
            strangers.announce(bytes);
        }
    }
}
