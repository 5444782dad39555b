package dev.flightlog.webhook;

import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.Priority;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Handles one delivery: parse it, hand the event to whoever acts on it, and forget the payload. */
@Singleton
class DeliveryJob implements JobHandler<DeliveryJob.Data> {
    static final JobType<Data> TYPE = JobType.of("delivery", Data.class, Priority.PERSON);

    private final DeliveryStore deliveries;
    private final WebhookListener listener;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final LargePayloadPermit large;
    private final IntakeBulkhead intake;

    DeliveryJob(
            DeliveryStore deliveries,
            WebhookListener listener,
            LargePayloadPermit large,
            IntakeBulkhead intake,
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
        intake.giveWay();
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

    private @Nullable WebhookEvent parseAlone(UUID guid) {
        large.room().acquireUninterruptibly();
        try {
            return parse(deliveries.waitingLarge(guid));
        } finally {
            large.room().release();
        }
    }

    private static @Nullable WebhookEvent parse(@Nullable Delivery delivery) {
        return delivery == null ? null : WebhookParser.parse(delivery.event(), delivery.payload());
    }

    /** Which delivery. */
    record Data(String guid, String event) {}
}
