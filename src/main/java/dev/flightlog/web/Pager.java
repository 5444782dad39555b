package dev.flightlog.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list a page shows.
 *
 * @param page from 1
 * @param last the last page, at least 1
 */
public record Pager(
        int page,
        int last,
        @Nullable String previous,
        @Nullable String next) {
    /** Rows on a page. */
    public static final int ROWS = 100;

    /** The page that was asked for, or the last one. */
    public static Pager of(int page, int total, Query query) {
        int last = Math.max(1, (total + ROWS - 1) / ROWS);
        int shown = Math.min(page, last);
        return new Pager(
                shown,
                last,
                shown > 1
                        ? query.with("page", shown == 2 ? "" : Integer.toString(shown - 1))
                                .href()
                        : null,
                shown < last ? query.with("page", Integer.toString(shown + 1)).href() : null);
    }

    /** A page number that somebody sent; 1 for anything else. */
    public static int asked(@Nullable String page) {
        return page != null && page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
    }

    public <T> List<T> of(List<T> rows) {
        int from = Math.min(rows.size(), (page - 1) * ROWS);
        return rows.subList(from, Math.min(rows.size(), from + ROWS));
    }
}
