package dev.flightlog.privacy;

import dev.flightlog.privacy.FormerRule.Team;
import java.util.Collection;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides about teams that a test makes up. */
public final class Visibilities {
    private Visibilities() {}

    /** By the product's rule. */
    public static TeamVisibility decide(Set<Long> seatHolders, Collection<Team> teams, int threshold) {
        return Suppression.now(population(seatHolders, teams), threshold);
    }

    /**
     * Decides a week of seven days in which most people work on five days and few on two: every metric, each day.
     *
     * @return how many teams show nothing in the week
     */
    public static int week(int people, Collection<Team> teams, int threshold) {
        Random random = new Random(1);
        Population population = new Population(
                teams.stream()
                        .map(team -> new TeamOrder.Node(team.id(), team.parent()))
                        .toList(),
                DAYS);
        Map<Long, long[]> members = teams.stream()
                .collect(Collectors.toMap(
                        Team::id,
                        team -> team.seatHolders().stream()
                                .mapToLong(Long::longValue)
                                .toArray()));
        for (int day = 0; day < DAYS; day++) {
            population.members(day, members);
            for (long person = 1; person <= people; person++) {
                boolean works = random.nextInt(100) < (day < 5 ? 70 : 4);
                population.contribute(
                        day, person, works ? random.nextInt() | Metric.SEATED.bit() : Metric.SEATED.bit());
            }
        }
        return Suppression.week(population, threshold).week().hidden();
    }

    private static final int DAYS = 7;

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
