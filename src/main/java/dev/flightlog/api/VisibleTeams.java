package dev.flightlog.api;

import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.directory.Team;
import dev.flightlog.governance.Policies;
import dev.flightlog.summary.TeamVisibility;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The teams whose numbers may be shown now, by the rule that posts and commands follow. */
@Singleton
class VisibleTeams {
    private final DirectoryStore directory;
    private final SeatHolderStore seatHolders;
    private final Policies policies;

    VisibleTeams(DirectoryStore directory, SeatHolderStore seatHolders, Policies policies) {
        this.directory = directory;
        this.seatHolders = seatHolders;
        this.policies = policies;
    }

    /** Fewest people with a seat about whom numbers are told. */
    int leastMembers(long org) {
        return policies.inForce(org).policy().privacy().minTeamSize();
    }

    Visible of(long org) {
        List<Team> teams = directory.teams(org);
        Map<Long, Set<Long>> people = seatHolders.teams(org);
        List<TeamVisibility.Team> sizes = teams.stream()
                .map(team ->
                        new TeamVisibility.Team(team.id(), team.parentId(), people.getOrDefault(team.id(), Set.of())))
                .toList();
        TeamVisibility visibility = TeamVisibility.decide(seatHolders.organization(org), sizes, leastMembers(org));
        List<Shown> shown = teams.stream()
                .filter(team -> visibility.shows(team.id()))
                .map(team ->
                        new Shown(team, people.getOrDefault(team.id(), Set.of()).size()))
                .toList();
        return new Visible(shown, visibility.hidden());
    }

    /** Teams that are shown, by slug, and how many are not. */
    record Visible(List<Shown> shown, int hidden) {}

    /** A team that is shown, and how many people in it hold a seat. */
    record Shown(Team team, int seats) {}
}
