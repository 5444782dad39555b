package dev.flightlog.web;

import dev.flightlog.health.Source;
import dev.flightlog.text.Numbers;
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
        String detail) {
    /** What stands in place of the time of a reading. History is read day by day, and has none before its end. */
    public String unread() {
        return name.equals(Source.HISTORY.word()) ? Numbers.NONE : "never";
    }
}
