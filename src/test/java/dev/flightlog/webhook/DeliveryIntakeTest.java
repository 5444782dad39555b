package dev.flightlog.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.database.Database;
import dev.flightlog.database.DatabaseException;
import dev.flightlog.support.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryIntakeTest {
    private static final TestDatabase POSTGRES = TestDatabase.create();
    /** What Postgres cannot store as text. */
    private static final String REFUSED = "st\0ar";

    private ApplicationContext context;
    private Database database;
    private DeliveryIntake intake;
    private DeliveryStore store;

    @BeforeEach
    void start() {
        Map<String, Object> properties = new HashMap<>(POSTGRES.properties());
        properties.put("flightlog.github.webhook-secret", "it");
        context = ApplicationContext.builder()
                .properties(properties)
                .eagerInitSingletons(false)
                .start();
        database = context.getBean(Database.class);
        database.update("truncate delivery, scheduled_tasks");
        store = context.getBean(DeliveryStore.class);
        intake = context.getBean(DeliveryIntake.class);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void aCrowdIsStoredEachOnceWithItsJob() throws Exception {
        List<Delivery> deliveries = new ArrayList<>();
        for (int number = 0; number < 600; number++) {
            deliveries.add(delivery(number, "star"));
            if (number % 3 == 0) {
                deliveries.add(delivery(number, "star"));
            }
        }

        List<Future<Boolean>> answers = acceptAtOnce(deliveries);

        int fresh = 0;
        for (Future<Boolean> answer : answers) {
            fresh += answer.get() ? 1 : 0;
        }
        assertThat(fresh).isBetween(600, 800);
        assertThat(count("delivery")).isEqualTo(600);
        assertThat(count("scheduled_tasks where task_name = 'delivery' and not picked"))
                .isEqualTo(600);
        assertThat(acceptAtOnce(deliveries))
                .allSatisfy(again -> assertThat(again.get()).isFalse());
        assertThat(payload(deliveries.getLast())).isEqualTo(deliveries.getLast().payload());
    }

    @Test
    void oneThatIsRefusedHarmsNoOther() throws Exception {
        List<Delivery> deliveries = new ArrayList<>();
        for (int number = 0; number < 300; number++) {
            deliveries.add(delivery(number, number % 50 == 7 ? REFUSED : "star"));
        }

        List<Future<Boolean>> answers = acceptAtOnce(deliveries);

        for (int number = 0; number < 300; number++) {
            if (number % 50 == 7) {
                assertThat(answers.get(number))
                        .failsWithin(Duration.ofSeconds(10))
                        .withThrowableOfType(ExecutionException.class)
                        .withCauseInstanceOf(DatabaseException.class);
            } else {
                assertThat(answers.get(number).get()).isTrue();
            }
        }
        assertThat(count("delivery")).isEqualTo(294);
        assertThat(count("scheduled_tasks")).isEqualTo(294);
    }

    @Test
    void aLargeBodyIsStoredAsItIs() {
        byte[] body = ("{\"text\":\"" + "x".repeat(200_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        Delivery large = new Delivery(UUID.randomUUID(), "star", body);

        assertThat(accept(large)).isTrue();
        assertThat(accept(large)).isFalse();

        assertThat(payload(large)).isEqualTo(body);
        assertThat(count("delivery where octet_length(payload) = " + body.length))
                .isEqualTo(1);
    }

    private List<Future<Boolean>> acceptAtOnce(List<Delivery> deliveries) {
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            return deliveries.stream()
                    .map(delivery -> crowd.submit(() -> accept(delivery)))
                    .toList();
        }
    }

    private boolean accept(Delivery delivery) {
        return intake.accept(delivery.guid(), delivery.event(), new ReceivedBody.InMemory(delivery.payload()));
    }

    private static Delivery delivery(int number, String event) {
        String body = "{\"action\":\"created\",\"number\":" + number + "}";
        return new Delivery(new UUID(7, number), event, body.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] payload(Delivery delivery) {
        return switch (store.waiting(delivery.guid(), LargePayloadPermit.LARGE_BYTES)) {
            case DeliveryStore.Waiting.Usual(Delivery waiting) -> waiting.payload();
            case null, default -> new byte[0];
        };
    }

    private int count(String rows) {
        return database.one("select count(*) as rows from " + rows, row -> row.integer("rows"));
    }
}
