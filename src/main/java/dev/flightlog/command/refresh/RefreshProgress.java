package dev.flightlog.command.refresh;

import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatus;
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
public record RefreshProgress(Instant startedAt, Map<Source, Optional<SourceStatus>> sources) {
    /** What a refresh reads, in the order in which it is shown. */
    static final List<Source> READ = List.of(Source.DIRECTORY, Source.SEATS, Source.USAGE);

    public static RefreshProgress of(Instant startedAt, Map<Source, SourceStatus> readings) {
        Map<Source, Optional<SourceStatus>> sources = new LinkedHashMap<>();
        READ.forEach(source -> sources.put(source, since(startedAt, readings.get(source))));
        return new RefreshProgress(startedAt, sources);
    }

    /** A rate limit or an outage is not the end of it. */
    boolean done() {
        return sources.values().stream()
                .allMatch(reading -> reading.filter(read -> read.outcome() != SourceStatus.Outcome.LATER)
                        .isPresent());
    }

    boolean failed() {
        return sources.values().stream().flatMap(Optional::stream).anyMatch(RefreshProgress::bad);
    }

    /** From the start to the last reading. */
    Duration took() {
        Instant last = sources.values().stream()
                .flatMap(Optional::stream)
                .map(SourceStatus::attemptedAt)
                .max(Comparator.naturalOrder())
                .orElse(startedAt);
        return Duration.between(startedAt, last);
    }

    static boolean bad(SourceStatus reading) {
        return reading.outcome() == SourceStatus.Outcome.ASK_A_PERSON
                || reading.outcome() == SourceStatus.Outcome.FAILED;
    }

    private static Optional<SourceStatus> since(Instant startedAt, @Nullable SourceStatus reading) {
        return Optional.ofNullable(reading)
                .filter(read -> !Objects.requireNonNull(read).attemptedAt().isBefore(startedAt));
    }
}
