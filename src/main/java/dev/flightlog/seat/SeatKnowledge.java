package dev.flightlog.seat;

import dev.flightlog.directory.ReadingStore;
import dev.flightlog.directory.Source;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Answers whether an organization's seats are known now. */
@Singleton
public class SeatKnowledge {
    private final ReadingStore readings;
    private final InstantSource clock;

    SeatKnowledge(ReadingStore readings, InstantSource clock) {
        this.readings = readings;
        this.clock = clock;
    }

    /** See {@link SeatsKnown}. */
    public SeatsKnown now(long orgId) {
        return SeatsKnown.of(readings.of(orgId).get(Source.SEATS), clock.instant());
    }
}
