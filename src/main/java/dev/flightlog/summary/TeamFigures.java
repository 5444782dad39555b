package dev.flightlog.summary;

import dev.flightlog.privacy.Figure;
import dev.flightlog.privacy.Metric;
import dev.flightlog.privacy.Suppressed;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Teams that may be shown, in the order of their names, and how many may not.
 *
 * @param hiddenTeams ids of teams whose numbers would be about fewer people than the policy's minimum team size
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

    /** With the seats of another summary of the week, for the teams in it. */
    public TeamFigures withSeatsOf(TeamFigures other) {
        Map<String, Team> bySlug = new HashMap<>();
        other.shown().forEach(team -> bySlug.put(team.slug(), team));
        return new TeamFigures(
                shown.stream()
                        .map(team -> {
                            Team known = bySlug.get(team.slug());
                            return known == null ? team : team.withSeats(known.seats());
                        })
                        .toList(),
                hiddenTeams);
    }

    /**
     * One team in one week. A figure to which too few people contribute, or which would reveal such a group, is null.
     *
     * @param seats people in the team who held a seat at that time; null where that is not known
     * @param suppressed which figures may not be shown; null in posts of before there was such a rule
     * @param activeLastWeek null where last week has no data, fewer days, or may not be shown
     */
    public record Team(
            String slug,
            String name,
            @Nullable Integer seats,
            @Nullable Integer activeUsers,
            @Nullable Integer agentUsers,
            @Nullable Long completionGenerations,
            @Nullable Long completionAcceptances,
            @Nullable BigDecimal aiCredits,
            @Nullable Integer activeLastWeek,
            @Nullable Suppressed suppressed) {
        public Team withSeats(@Nullable Integer held) {
            return new Team(
                    slug,
                    name,
                    held,
                    activeUsers,
                    agentUsers,
                    completionGenerations,
                    completionAcceptances,
                    aiCredits,
                    activeLastWeek,
                    suppressed);
        }

        /** Without what may not be shown of this week and of the one before. */
        public Team showing(Suppressed shown, Suppressed before) {
            return new Team(
                    slug,
                    name,
                    seats,
                    shown.shows(Metric.ACTIVE) ? activeUsers : null,
                    shown.shows(Metric.AGENT) ? agentUsers : null,
                    shown.shows(Metric.COMPLETION_GENERATIONS) ? completionGenerations : null,
                    shown.shows(Metric.COMPLETION_ACCEPTANCES) ? completionAcceptances : null,
                    shown.shows(Metric.AI_CREDITS) ? aiCredits : null,
                    shown.shows(Metric.ACTIVE) && before.shows(Metric.ACTIVE) ? activeLastWeek : null,
                    shown);
        }

        public Figure<Integer> active() {
            return Suppressed.stored(activeUsers, suppressed, Metric.ACTIVE);
        }

        public Figure<Integer> agent() {
            return Suppressed.stored(agentUsers, suppressed, Metric.AGENT);
        }

        /** Acceptances by generations of code completions; null where nothing was offered. */
        public @Nullable Double acceptanceRate() {
            return completionGenerations == null || completionAcceptances == null || completionGenerations == 0
                    ? null
                    : (double) completionAcceptances / completionGenerations;
        }
    }
}
