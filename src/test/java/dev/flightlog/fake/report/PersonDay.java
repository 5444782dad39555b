package dev.flightlog.fake.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one person did on one day.
 *
 * @param flags see {@link Habits}
 * @param centiCredits AI credits in hundredths
 */
record PersonDay(
        Profile profile,
        LocalDate day,
        int flags,
        List<Use> uses,
        @Nullable TokenUse cli,
        @Nullable TokenUse app,
        long centiCredits) {

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Active in the sense of the product: any activity at all, not merely seen. */
    boolean active() {
        return has(Habits.ACTIVITY);
    }

    BigDecimal credits() {
        return BigDecimal.valueOf(centiCredits, 2);
    }
}
