package dev.flightlog.web;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How fresh a source is.
 *
 * @param tone style of the state: good, warn, bad or empty
 * @param read when it was last read; null for never
 * @param detail what to do, or empty
 */
public record SourceRow(
        String name,
        String state,
        String tone,
        @Nullable Instant read,
        @Nullable LocalDate through,
        String detail) {}
