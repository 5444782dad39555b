package dev.flightlog.seat;

import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.health.SourceStatusStore;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes what came of reading the seats, for the status; what was left out is logged when it changes. */
@Singleton
public class SeatReadingLog {
    private static final Logger LOG = LoggerFactory.getLogger(SeatReadingLog.class);

    private final SourceStatusStore readings;
    private final InstantSource clock;

    SeatReadingLog(SourceStatusStore readings, InstantSource clock) {
        this.readings = readings;
        this.clock = clock;
    }

    public void note(long org, SeatReadingResult result) {
        switch (result) {
            case SeatReadingResult.Read read -> {
                String note = read.note();
                warnOnce(org, note);
                readings.read(org, Source.SEATS, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), note);
            }
            case SeatReadingResult.Refused(String why) -> {
                warnOnce(org, why);
                readings.broke(org, Source.SEATS, why);
            }
        }
    }

    private void warnOnce(long org, @Nullable String note) {
        SourceStatus before = readings.of(org).get(Source.SEATS);
        if (note != null && (before == null || !note.equals(before.detail()))) {
            LOG.warn("organization {}: {}", org, note);
        }
    }
}
