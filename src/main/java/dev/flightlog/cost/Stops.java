package dev.flightlog.cost;

import java.time.LocalDate;
import java.util.Set;

/**
 * Stops of use by a budget on GitHub.
 *
 * @param days UTC days on which use was stopped, and those on which it began to be: what was used then says nothing of
 *     what people would use
 * @param now whether use is stopped until the running month ends, unless somebody allows more
 */
record Stops(Set<LocalDate> days, boolean now) {
    static final Stops NONE = new Stops(Set.of(), false);

    Stops {
        days = Set.copyOf(days);
    }
}
