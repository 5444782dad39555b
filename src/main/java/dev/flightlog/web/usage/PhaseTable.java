package dev.flightlog.web.usage;

import dev.flightlog.web.Series;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Adoption phases over time, newest first. */
public record PhaseTable(List<String> names, List<Series.Row> rows) {
    public PhaseTable {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }

    /** Every phase, for a chart that stacks them. */
    public String chartColumns() {
        return IntStream.rangeClosed(1, names.size())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
    }
}
