package dev.flightlog.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everybody who counts on some days: what they contributed to, and in which teams they were. Days are numbered from 0, at
 * most 31 of them.
 */
final class Population {
    private final Map<Long, Integer> teamNumbers = new HashMap<>();
    private final List<Long> order;
    private final int[] parents;
    private final Profiles profiles = new Profiles();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final int days;
    private final int[][] profileOf;
    private final int[][] contributions;

    /** @param days how many days there are, each with figures of its own */
    Population(List<TeamOrder.Node> teams, int days) {
        order = TeamOrder.of(teams);
        for (int number = 0; number < order.size(); number++) {
            teamNumbers.put(order.get(number), number);
        }
        parents = new int[order.size()];
        Arrays.fill(parents, -1);
        for (TeamOrder.Node team : teams) {
            Integer parent = team.parent() == null ? null : teamNumbers.get(team.parent());
            if (parent != null) {
                parents[number(team.id())] = parent;
            }
        }
        this.days = days;
        profileOf = new int[days][64];
        contributions = new int[days][64];
    }

    private int number(long team) {
        Integer number = teamNumbers.get(team);
        if (number == null) {
            throw new IllegalArgumentException("team " + team + " is none of those that are decided about");
        }
        return number;
    }

    /** Adds metrics, as a mask, to those that the person contributed to on the day. */
    void contribute(int day, long person, int metrics) {
        int number = person(person);
        contributions[day][number] |= metrics;
    }

    /** What a person contributed to on the day, as a mask. */
    int contributions(int day, long person) {
        Integer known = numbers.get(person);
        return known == null ? 0 : contributions[day][known];
    }

    /** Says who was in which team on a day: call it once for each day, with all teams of the day. */
    void members(int day, Map<Long, long[]> membersByTeam) {
        for (Long team : order) {
            for (long member : membersByTeam.getOrDefault(team, NOBODY)) {
                int person = person(member);
                profileOf[day][person] = profiles.with(profileOf[day][person], number(team));
            }
        }
    }

    private static final long[] NOBODY = {};

    private int person(long id) {
        Integer known = numbers.get(id);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        if (number == profileOf[0].length) {
            for (int day = 0; day < days; day++) {
                profileOf[day] = Arrays.copyOf(profileOf[day], 2 * number);
                contributions[day] = Arrays.copyOf(contributions[day], 2 * number);
            }
        }
        numbers.put(id, number);
        return number;
    }

    /** Ids of the teams, in the order of admission. */
    List<Long> teams() {
        return order;
    }

    Family family() {
        return new Family(profiles, parents);
    }

    int days() {
        return days;
    }

    int people() {
        return numbers.size();
    }

    int profile(int day, int person) {
        return profileOf[day][person];
    }

    boolean contributes(int day, int person, Metric metric) {
        return (contributions[day][person] & metric.bit()) != 0;
    }

    /** All teams in which a person contributed; also says, by {@link #MOVED}, that they were not the same every day. */
    private int union(int person, Metric metric) {
        int union = NOWHERE;
        boolean moved = false;
        for (int day = 0; day < days; day++) {
            if (contributes(day, person, metric)) {
                int profile = profileOf[day][person];
                moved |= union != NOWHERE && union != profile;
                union = union == NOWHERE ? profile : profiles.union(union, profile);
            }
        }
        return moved ? union | MOVED : union;
    }

    private static final int NOWHERE = -1;
    private static final int MOVED = 1 << 30;

    /** Contributors on one day. */
    Contributors on(int day, Metric metric) {
        int[] counts = new int[profiles.size()];
        for (int person = 0; person < people(); person++) {
            if (contributes(day, person, metric)) {
                counts[profileOf[day][person]]++;
            }
        }
        return Contributors.of(counts);
    }

    /** Distinct contributors over all days. Makes profiles that are new, so ask for it before {@link #profilesOfTeams}. */
    Contributors over(Metric metric) {
        List<Integer> unions = new ArrayList<>();
        for (int person = 0; person < people(); person++) {
            int union = union(person, metric);
            if (union != NOWHERE) {
                unions.add(union & ~MOVED);
            }
        }
        int[] counts = new int[profiles.size()];
        unions.forEach(profile -> counts[profile]++);
        return Contributors.of(counts);
    }

    /** Contributors by day, of a metric whose days add up. */
    Contributors byDay(Metric metric) {
        int[] distinct = new int[profiles.size()];
        int[] whole = new int[profiles.size()];
        int[][] counts = new int[days][profiles.size()];
        for (int person = 0; person < people(); person++) {
            int union = union(person, metric);
            if (union != NOWHERE) {
                whole[union & ~MOVED]++;
                if ((union & MOVED) == 0) {
                    distinct[union]++;
                }
                for (int day = 0; day < days; day++) {
                    if (contributes(day, person, metric)) {
                        counts[day][profileOf[day][person]]++;
                    }
                }
            }
        }
        return Contributors.ofDays(counts, distinct, whole);
    }

    /** Makes the profiles of people who changed teams, so that all exist. */
    void settle() {
        for (Metric metric : Metric.ALL) {
            for (int person = 0; person < people(); person++) {
                union(person, metric);
            }
        }
    }

    /** For each team, in the order of admission, the profiles that contain it. */
    int[][] profilesOfTeams() {
        boolean[] used = new boolean[profiles.size()];
        for (int person = 0; person < people(); person++) {
            for (int day = 0; day < days; day++) {
                used[profileOf[day][person]] = true;
            }
            for (Metric metric : Metric.ALL) {
                int union = union(person, metric);
                if (union != NOWHERE) {
                    used[union & ~MOVED] = true;
                }
            }
        }
        return profiles.ofTeams(order.size(), used);
    }
}
