package dev.flightlog.seat;

import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatusStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/** Answers whether an organization's seats are known now. */
@Singleton
public class SeatKnowledge {
    private final SourceStatusStore readings;
    private final InstantSource clock;

    SeatKnowledge(SourceStatusStore readings, InstantSource clock) {
        this.readings = readings;
        this.clock = clock;
    }

    /** See {@link SeatsKnown}. */
    public SeatsKnown now(long organizationId) {
        return SeatsKnown.of(readings.of(organizationId).get(Source.SEATS), clock.instant());
    }

    /** See {@link SeatsKnown#decidedAt}. */
    public Instant decidedAt(long organizationId) {
        return SeatsKnown.decidedAt(readings.of(organizationId).get(Source.SEATS), clock.instant());
    }

    /** When they were read last; now where they never were. */
    public Instant readAt(long organizationId) {
        return SeatsKnown.readAt(readings.of(organizationId).get(Source.SEATS), clock.instant());
    }
}
