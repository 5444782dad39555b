package dev.flightlog.copilot;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What GitHub says of an organization's day. Numbers that GitHub left out are null.
 *
 * @param day null where the row names none
 * @param report the whole row as JSON
 */
public record OrganizationDay(
        @Nullable LocalDate day,
        @Nullable Integer dailyActiveUsers,
        @Nullable Integer weeklyActiveUsers,
        @Nullable Integer monthlyActiveUsers,
        @Nullable Integer monthlyActiveChatUsers,
        @Nullable Integer monthlyActiveAgentUsers,
        @Nullable PullRequests pullRequests,
        List<Phase> phases,
        String report) {

    public OrganizationDay {
        phases = List.copyOf(phases);
    }

    /**
     * People by adoption phase.
     *
     * @param number 0 (no cohort) to 3
     * @param engagedUsers active that day
     * @param users28d in this phase over the trailing 28 days
     */
    public record Phase(
            int number,
            String name,
            @Nullable Integer engagedUsers,
            @Nullable Integer users28d) {}
}
