package dev.flightlog.api;

import dev.flightlog.api.TeamHistory.TeamDay;
import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.directory.Team;
import dev.flightlog.governance.Policies;
import dev.flightlog.policy.IsoWeek;
import dev.flightlog.summary.TeamVisibility;
import dev.flightlog.summary.VisibleTeams;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
        Team team = directory.teamBySlug(org, slug);
        return team != null && visible.now(org, least(org)).shows(team.id()) ? team : null;
    }

    /** The team's days on which it may be shown, in weeks in which it may: by the people in it who held a seat then. */
    List<TeamDay> history(long org, Team team, Days days) {
        int least = least(org);
        Map<LocalDate, TeamVisibility> byDay = visible.on(org, days.since(), days.until(), least);
        List<TeamDay> known = usage.team(org, team.id(), days).stream()
                .filter(day -> byDay.get(day.date()) instanceof TeamVisibility shown && shown.shows(team.id()))
                .toList();
        Map<IsoWeek, TeamVisibility> byWeek = visible.in(
                org, known.stream().map(day -> IsoWeek.of(day.date())).toList(), least);
        return known.stream()
                .filter(day ->
                        byWeek.get(IsoWeek.of(day.date())) instanceof TeamVisibility shown && shown.shows(team.id()))
                .toList();
    }

    private int least(long org) {
        return policies.inForce(org).policy().privacy().minTeamSize();
    }

    /** Teams that are shown, and how many are not. */
    record Shown(List<Sized> teams, int hidden) {}

    /** A team, and how many people in it hold a seat. */
    record Sized(Team team, int seats) {}
}
