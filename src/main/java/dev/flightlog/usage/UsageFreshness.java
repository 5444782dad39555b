package dev.flightlog.usage;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How complete and how new the stored usage is. */
@Singleton
public class UsageFreshness {
    private final UsageFreshnessStore store;

    UsageFreshness(UsageFreshnessStore store) {
        this.store = store;
    }

    /** Latest UTC day with people's rows; null while there is none. */
    public @Nullable LocalDate latestDay(long orgId) {
        return store.latestDay(orgId);
    }

    /** UTC days with people's rows from the Monday to the Sunday of an ISO week, ascending. */
    public List<LocalDate> daysOfWeek(long orgId, LocalDate monday) {
        return store.days(orgId, monday, monday.plusDays(6));
    }

    /** Days of an ISO week whose reports GitHub changed after that moment, ascending. */
    public List<LocalDate> restatedDaysOfWeek(long orgId, LocalDate monday, Instant after) {
        return store.restatedDays(orgId, monday, monday.plusDays(6), after);
    }
}
