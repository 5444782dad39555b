package dev.flightlog.summary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Data have stopped: what stands in the alert issue in place of a summary.
 *
 * @param lastDay the last day that has data; null where none ever came
 */
public record StaleAlert(String organization, @Nullable LocalDate lastDay, StaleCause cause) {}
