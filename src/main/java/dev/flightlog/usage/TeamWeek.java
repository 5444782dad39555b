package dev.flightlog.usage;

import dev.flightlog.calendar.IsoWeek;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A team's numbers of a week; people are distinct.
 *
 * @param days days of the week that have data
 * @param seats people in the team who hold a seat now
 */
public record TeamWeek(
        long team,
        String slug,
        String name,
        IsoWeek week,
        int days,
        int seats,
        int active,
        int agent,
        int chat,
        int cli,
        long completionsShown,
        long completionsAccepted,
        long linesAdded,
        BigDecimal aiCredits) {
    public long credits() {
        return aiCredits.setScale(0, RoundingMode.HALF_UP).longValue();
    }
}
