package dev.flightlog.web;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param number whether its cells are figures
 * @param href sorts by it; null where it cannot be sorted
 * @param sorted ascending or descending; null where the table is not sorted by it
 */
public record Column(
        String name,
        boolean number,
        @Nullable String href,
        @Nullable String sorted) {
    public static Column text(String name) {
        return new Column(name, false, null, null);
    }

    public static Column number(String name) {
        return new Column(name, true, null, null);
    }

    /** A column by which the page can be sorted; {@code by} is the word of the parameter {@code sort}. */
    public static Column sorting(
            String name, boolean number, String by, String current, String direction, Query query) {
        return new Column(
                name, number, query.with("sort", by).with("page", "").href(), by.equals(current) ? direction : null);
    }
}
