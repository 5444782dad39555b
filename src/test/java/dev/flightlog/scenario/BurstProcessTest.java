package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.Delivery;
import dev.flightlog.support.Postgres;
import dev.flightlog.support.RawDelivery;
import dev.flightlog.support.ServerProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More at once than the process can hold in its memory: it says so, and goes on. */
class BurstProcessTest {
    private static final int MAX_MEGABYTES = 256;
    private static final int LARGEST_BODY = 25 << 20;

    private final Fleet fleet = new Fleet(Postgres.fresh());
    private ServerProcess server;

    @BeforeEach
    void start() {
        server = fleet.start();
        fleet.install();
    }

    @AfterEach
    void stop() {
        fleet.close();
    }

    @Test
    void fiveThousandDeliveriesOverTwoHundredConnections() {
        fleet.sendAtOnce(5_000, 200);

        assertThat(fleet.github().deliveries().all())
                .hasSizeGreaterThan(5_000)
                .extracting(Delivery::statusCode)
                .containsOnly(202);
        goesOn();
    }

    @Test
    void twentyOfTheLargestBodiesAtOnce() throws Exception {
        RawDelivery signed = RawDelivery.of(fleet.github().app().webhookSecret(), LARGEST_BODY);
        RawDelivery unsigned = RawDelivery.of("not the secret", LARGEST_BODY);
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < 20; number++) {
                RawDelivery delivery = number % 2 == 0 ? signed : unsigned;
                answers.add(senders.submit(() -> delivery.sendTo(server.webhookUrl())));
            }
        }

        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isIn(RawDelivery.BROKEN_OFF, 202, 401, 503);
        }
        fleet.await(
                "a delivery refused with 503 arrives when it is sent again",
                () -> signed.sendTo(server.webhookUrl()) == 202);
        goesOn();
    }

    private void goesOn() {
        fleet.await(
                "everything is handled",
                () -> fleet.query("select count(*) from delivery where state = 'received'")
                        .equals("0"));
        fleet.send(5);
        fleet.await("commands are answered", fleet::answered);
        assertThat(server.alive()).isTrue();
        assertThat(server.anonymousMegabytes()).isLessThanOrEqualTo(MAX_MEGABYTES);
    }
}
