package dev.flightlog.api.usage;

import dev.flightlog.api.Days;
import dev.flightlog.directory.Team;
import dev.flightlog.privacy.Suppressed;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A team over time, for the API and the team's page. Whether the reader may see the team is decided before. */
@Singleton
public class TeamUsage {
    private final ShownTeams teams;
    private final UsageAnswerStore usage;

    TeamUsage(ShownTeams teams, UsageAnswerStore usage) {
        this.teams = teams;
        this.usage = usage;
    }

    /**
     * By day, for somebody who may see secret teams, on a page of their own.
     *
     * @param least the policy's {@code privacy.min_team_size}
     */
    public TeamHistory historyForMembers(long org, Team team, Days days, int least) {
        return new TeamHistory(TeamAnswer.of(team), teams.historyForMembers(org, team, days, least));
    }

    /** What the team works with, on the days on which every reader may see it. */
    TeamBreakdowns of(long org, Team team, Days days) {
        return breakdowns(org, team, days, teams.shown(org, team, days));
    }

    /** As {@link #of}, for somebody who may see secret teams, on a page of their own. */
    public TeamBreakdowns forMembers(long org, Team team, Days days, int least) {
        return breakdowns(org, team, days, teams.shownToMembers(org, team, days, least));
    }

    private TeamBreakdowns breakdowns(long org, Team team, Days days, Function<LocalDate, Suppressed> shown) {
        List<LocalDate> shownDays = days.since()
                .datesUntil(days.until().plusDays(1))
                .filter(day -> !shown.apply(day).hidden())
                .toList();
        Map<String, List<String>> names = shownDays.isEmpty()
                ? Map.of()
                : usage.namesOfTeam(
                        org,
                        team.id(),
                        shownDays,
                        shown.apply(shownDays.getFirst()).threshold());
        return new TeamBreakdowns(
                TeamAnswer.of(team),
                names.getOrDefault("language", List.of()),
                names.getOrDefault("editor", List.of()),
                names.getOrDefault("model", List.of()),
                names.getOrDefault("feature", List.of()));
    }
}
