package dev.flightlog.privacy;

import dev.flightlog.privacy.FormerRule.Team;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides about teams that a test makes up. */
public final class Visibilities {
    private Visibilities() {}

    /** By the product's rule. */
    public static TeamVisibility decide(Set<Long> seatHolders, Collection<Team> teams, int threshold) {
        return Suppression.now(population(seatHolders, teams), threshold);
    }

    static Population population(Set<Long> seatHolders, Collection<Team> teams) {
        Population population = new Population(
                teams.stream()
                        .map(team -> new TeamOrder.Node(team.id(), team.parent()))
                        .toList(),
                1);
        population.members(
                0,
                teams.stream()
                        .collect(Collectors.toMap(
                                Team::id,
                                team -> team.seatHolders().stream()
                                        .mapToLong(Long::longValue)
                                        .toArray())));
        seatHolders.forEach(person -> population.contribute(0, person, Metric.SEATED.bit()));
        return population;
    }
}
