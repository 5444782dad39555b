package dev.flightlog.api;

import dev.flightlog.api.TeamHistory.TeamDay;
import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.directory.Team;
import dev.flightlog.governance.Policies;
import dev.flightlog.governance.PolicyInForce;
import dev.flightlog.summary.TeamVisibility;
import dev.flightlog.summary.VisibleTeams;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Teams and days whose numbers may be shown, by the rule that posts and commands follow. */
@Singleton
class ShownTeams {
    private final DirectoryStore directory;
    private final VisibleTeams visible;
    private final TeamSeatStore seats;
    private final UsageAnswerStore usage;
    private final Policies policies;

    ShownTeams(
            DirectoryStore directory,
            VisibleTeams visible,
            TeamSeatStore seats,
            UsageAnswerStore usage,
            Policies policies) {
        this.directory = directory;
        this.visible = visible;
        this.seats = seats;
        this.usage = usage;
        this.policies = policies;
    }

    /** Those shown now, by slug. */
    Shown now(long org) {
        TeamVisibility visibility = visible.now(org, least(org));
        Map<Long, Integer> holders = seats.byTeam(org);
        List<Sized> shown = directory.teams(org).stream()
                .filter(team -> visibility.shows(team.id()))
                .map(team -> new Sized(team, holders.getOrDefault(team.id(), 0)))
                .toList();
        return new Shown(shown, visibility.hidden());
    }

    /** A team that is shown now; null for any other, known or not. */
    @Nullable
    Team bySlug(long org, String slug) {
        TeamVisibility visibility = visible.now(org, least(org));
        Team team = directory.teamBySlug(org, slug);
        return team != null && visibility.shows(team.id()) ? team : null;
    }

    /**
     * The team's days in weeks in which it may be shown, as a whole and on every day with numbers, whether asked for or not:
     * by the people in it who held a seat then. The week less its other days would be the day that may not be shown.
     */
    List<TeamDay> history(long org, Team team, Days days) {
        int least = least(org);
        Days weeks = days.wholeWeeks();
        Map<LocalDate, TeamVisibility> byDay = visible.on(org, weeks.since(), weeks.until(), least);
        Map<IsoWeek, List<TeamDay>> known = usage.team(org, team.id(), weeks).stream()
                .collect(Collectors.groupingBy(day -> IsoWeek.of(day.date()), TreeMap::new, Collectors.toList()));
        known.values().removeIf(week -> week.stream().anyMatch(day -> !shows(byDay.get(day.date()), team)));
        Map<IsoWeek, TeamVisibility> byWeek = visible.in(org, known.keySet(), least);
        return known.entrySet().stream()
                .filter(week -> shows(byWeek.get(week.getKey()), team))
                .flatMap(week -> week.getValue().stream())
                .filter(day -> days.contains(day.date()))
                .toList();
    }

    private static boolean shows(@Nullable TeamVisibility visibility, Team team) {
        return visibility != null && visibility.shows(team.id());
    }

    /** @throws ProblemException 503 until the policy was read once: it may want larger teams than the defaults */
    private int least(long org) {
        PolicyInForce inForce = policies.inForce(org);
        if (!inForce.wasRead()) {
            throw ProblemException.unavailable(
                    "the policy file was not read yet, and it says how large a team must be to be shown");
        }
        return inForce.policy().privacy().minTeamSize();
    }

    /** Teams that are shown, and how many are not. */
    record Shown(List<Sized> teams, int hidden) {}

    /** A team, and how many people in it hold a seat. */
    record Sized(Team team, int seats) {}
}
