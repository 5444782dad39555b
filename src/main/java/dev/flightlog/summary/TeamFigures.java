package dev.flightlog.summary;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Teams that may be shown, in the order of their names, and how many may not.
 *
 * @param hidden teams whose numbers would tell about fewer people than the policy's least team size
 */
public record TeamFigures(List<Team> shown, int hidden) {
    public static final TeamFigures NONE = new TeamFigures(List.of(), 0);

    public TeamFigures {
        shown = List.copyOf(shown);
        if (hidden < 0) {
            throw new IllegalArgumentException("hidden must not be negative, but is " + hidden);
        }
    }

    /**
     * One team in one week.
     *
     * @param seats people in the team who hold a seat
     * @param activeLastWeek null where last week has no data, fewer days, or may not be shown
     */
    public record Team(
            String slug,
            String name,
            int seats,
            int activeUsers,
            int agentUsers,
            long completionGenerations,
            long completionAcceptances,
            BigDecimal aiCredits,
            @Nullable Integer activeLastWeek) {
        /** Acceptances by generations of code completions; null where nothing was offered. */
        public @Nullable Double acceptanceRate() {
            return completionGenerations == 0 ? null : (double) completionAcceptances / completionGenerations;
        }
    }
}
