package dev.flightlog.command;

import dev.flightlog.directory.Reading;
import dev.flightlog.directory.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a refresh is. Pure.
 *
 * @param sources each source that is read, with what came of it since the start; null while it is not read yet
 */
record RefreshProgress(Instant startedAt, Map<Source, Optional<Reading>> sources) {
    /** What a refresh reads, in the order in which it is shown. */
    static final List<Source> READ = List.of(Source.DIRECTORY, Source.SEATS, Source.USAGE);

    static RefreshProgress of(Instant startedAt, Map<Source, Reading> readings) {
        Map<Source, Optional<Reading>> sources = new LinkedHashMap<>();
        READ.forEach(source -> sources.put(source, since(startedAt, readings.get(source))));
        return new RefreshProgress(startedAt, sources);
    }

    /** A rate limit or an outage is not the end of it. */
    boolean done() {
        return sources.values().stream()
                .allMatch(reading -> reading.filter(read -> read.outcome() != Reading.Outcome.LATER)
                        .isPresent());
    }

    boolean failed() {
        return sources.values().stream().flatMap(Optional::stream).anyMatch(RefreshProgress::bad);
    }

    /** From the start to the last reading. */
    Duration took() {
        Instant last = sources.values().stream()
                .flatMap(Optional::stream)
                .map(Reading::attemptedAt)
                .max(Comparator.naturalOrder())
                .orElse(startedAt);
        return Duration.between(startedAt, last);
    }

    static boolean bad(Reading reading) {
        return reading.outcome() == Reading.Outcome.ASK_A_PERSON || reading.outcome() == Reading.Outcome.FAILED;
    }

    private static Optional<Reading> since(Instant startedAt, @Nullable Reading reading) {
        return Optional.ofNullable(reading)
                .filter(read -> !Objects.requireNonNull(read).attemptedAt().isBefore(startedAt));
    }
}
