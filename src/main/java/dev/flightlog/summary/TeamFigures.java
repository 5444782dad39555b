package dev.flightlog.summary;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Teams that may be shown, in the order of their names, and how many may not.
 *
 * @param hiddenTeams ids of teams whose numbers would tell about fewer people than the policy's least team size
 */
public record TeamFigures(List<Team> shown, List<Long> hiddenTeams) {
    public static final TeamFigures NONE = new TeamFigures(List.of(), List.of());

    public TeamFigures {
        shown = List.copyOf(shown);
        hiddenTeams = List.copyOf(hiddenTeams);
    }

    public int hidden() {
        return hiddenTeams.size();
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
        /** The same without a week to compare with. */
        public Team withoutPast() {
            return new Team(
                    slug,
                    name,
                    seats,
                    activeUsers,
                    agentUsers,
                    completionGenerations,
                    completionAcceptances,
                    aiCredits,
                    null);
        }

        /** Acceptances by generations of code completions; null where nothing was offered. */
        public @Nullable Double acceptanceRate() {
            return completionGenerations == 0 ? null : (double) completionAcceptances / completionGenerations;
        }
    }
}
