package dev.flightlog.webhook;

import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.Priority;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Handles one delivery: parse it, hand the event to whoever acts on it, and forget the payload. */
@Singleton
class DeliveryJob implements JobHandler<DeliveryJob.Data> {
    static final JobType<Data> TYPE = JobType.of("delivery", Data.class, Priority.PERSON);

    /** So many at once are more than a usual hour brings. */
    private static final int CROWD = 6;

    private static final long MAX_GIVEN_WAY_NANOS = 20_000_000;
    private static final long LOOK_AGAIN_NANOS = 1_000_000;

    private final DeliveryStore deliveries;
    private final WebhookListener listener;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final LargePayloadPermit large;
    private final BodyBudget intake;

    DeliveryJob(
            DeliveryStore deliveries,
            WebhookListener listener,
            LargePayloadPermit large,
            BodyBudget intake,
            InstantSource clock,
            MeterRegistry meters) {
        this.deliveries = deliveries;
        this.listener = listener;
        this.large = large;
        this.intake = intake;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public JobType<Data> type() {
        return TYPE;
    }

    @Override
    public void run(Data data) {
        try (var _ = MDC.putCloseable("delivery", data.guid())) {
            handle(data);
        }
    }

    private void handle(Data data) {
        giveWay();
        UUID guid = UUID.fromString(data.guid());
        WebhookEvent event = switch (deliveries.waiting(guid, LargePayloadPermit.LARGE_BYTES)) {
            case null -> null;
            case DeliveryStore.Waiting.Usual(Delivery delivery) -> parse(delivery);
            case DeliveryStore.Waiting.Large _ -> parseAlone(guid);
        };
        if (event == null) {
            return;
        }
        boolean acted = listener.on(event);
        deliveries.close(guid, acted, clock.instant());
        meters.counter(
                        "flightlog.deliveries",
                        "event",
                        WebhookParser.label(data.event()),
                        "outcome",
                        acted ? "handled" : "ignored")
                .increment();
    }

    @Override
    public void giveUp(Data data, String problem) {
        deliveries.setAside(UUID.fromString(data.guid()), TYPE.attempts(), problem, clock.instant());
        meters.counter("flightlog.deliveries", "event", WebhookParser.label(data.event()), "outcome", "set_aside")
                .increment();
    }

    /**
     * Waits a moment while a crowd comes in. What is in can wait; GitHub waits ten seconds and does not come again by
     * itself. Handling goes on all the time, only slower.
     */
    private void giveWay() {
        long until = System.nanoTime() + MAX_GIVEN_WAY_NANOS;
        while (intake.storing() >= CROWD && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private @Nullable WebhookEvent parseAlone(UUID guid) {
        return large.alone(() -> parse(deliveries.waitingLarge(guid)));
    }

    private static @Nullable WebhookEvent parse(@Nullable Delivery delivery) {
        return delivery == null ? null : WebhookParser.parse(delivery.event(), delivery.payload());
    }

    /** Which delivery. */
    record Data(String guid, String event) {}
}
