package dev.flightlog.cost;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The budgets on GitHub that stop the organization's use, day by day; before the first that is known it counts too. */
record StopBudgets(List<Since> known) {
    /**
     * What was found on a day, and holds until the next.
     *
     * @param usd US dollars beyond the pool at which use stops; none where nothing stops it
     */
    record Since(LocalDate day, Optional<Long> usd) {}

    StopBudgets {
        known = known.stream().sorted(Comparator.comparing(Since::day)).toList();
    }

    /** What is in force at the end of a day. */
    Optional<Long> on(LocalDate day) {
        return known.stream()
                .filter(since -> !since.day().isAfter(day))
                .reduce((_, later) -> later)
                .or(() -> known.stream().findFirst())
                .flatMap(Since::usd);
    }

    /** The least that was in force on a day: where owners allow more at noon, use was stopped in the morning. */
    Optional<Long> leastOn(LocalDate day) {
        return Stream.of(on(day.minusDays(1)), on(day))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }
}
