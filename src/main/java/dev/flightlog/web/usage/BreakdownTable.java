package dev.flightlog.web.usage;

import java.util.List;

/** What was used by language, editor, model or feature; GitHub counts no prompts by language. */
public record BreakdownTable(String title, boolean prompts, List<Row> rows) {
    public BreakdownTable {
        rows = List.copyOf(rows);
    }

    /**
     * One name.
     *
     * @param share of the longest bar, 0 to 100
     */
    public record Row(String name, String prompts, String generations, String lines, int share) {}
}
