package dev.flightlog.web;

import org.jspecify.annotations.Nullable;

/**
 * One figure with its name, large.
 *
 * @param note a note next to the value, such as a share; empty for none
 * @param change against the time before, such as "▲ +4"; empty for none
 * @param since what the change is against
 */
public record Figure(
        String name,
        String value,
        String note,
        String change,
        String since,
        @Nullable Spark spark) {
    public static Figure of(String name, String value) {
        return new Figure(name, value, "", "", "", null);
    }

    public static Figure of(String name, String value, String note) {
        return new Figure(name, value, note, "", "", null);
    }

    /** Style of the change: up, down or same. */
    public String direction() {
        return change.startsWith("▲") ? "up" : change.startsWith("▼") ? "down" : "same";
    }
}
