package dev.flightlog.cost;

import java.math.BigDecimal;
import java.util.List;

/**
 * AI credits of a month by team, as far as they may be shown.
 *
 * @param shown those of which every day is counted, most credits first; then the others by name, which cannot be compared
 * @param hidden how many teams with use are not shown
 */
public record TeamCredits(List<Team> shown, int hidden) {
    public TeamCredits {
        shown = List.copyOf(shown);
    }

    /**
     * One team.
     *
     * @param credits of the days that may be shown
     * @param days how many these are
     * @param daysWithData of the month
     */
    public record Team(String slug, String name, BigDecimal credits, int days, int daysWithData) {
        /** Whether days with data are not counted, so that its credits are fewer than those it used. */
        public boolean lacksDays() {
            return days < daysWithData;
        }

        /** Whether so few days are counted, fewer than half, that their credits say nothing of the month's. */
        public boolean saysNothing() {
            return 2 * days < daysWithData;
        }
    }
}
