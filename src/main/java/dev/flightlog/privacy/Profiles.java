package dev.flightlog.privacy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The different sets of teams that people are in. Most people share theirs with many others, so whatever is decided about
 * teams is decided over these sets and not over people. A set is a path in a tree: its teams in ascending order.
 */
final class Profiles {
    /** In no team. */
    static final int NONE = 0;

    private final Map<Long, Integer> children = new HashMap<>();
    private int[] parent = new int[64];
    private int[] team = new int[64];
    private int size = 1;

    Profiles() {
        team[NONE] = -1;
    }

    /** The set with one more team, which must be above all its teams. */
    int with(int profile, int more) {
        Integer known = children.get((long) profile << Integer.SIZE | more);
        if (known != null) {
            return known;
        }
        if (size == parent.length) {
            parent = Arrays.copyOf(parent, 2 * size);
            team = Arrays.copyOf(team, 2 * size);
        }
        parent[size] = profile;
        team[size] = more;
        children.put((long) profile << Integer.SIZE | more, size);
        return size++;
    }

    /** All teams of both. */
    int union(int one, int other) {
        if (one == other || other == NONE) {
            return one;
        }
        if (one == NONE) {
            return other;
        }
        return team[one] == team[other]
                ? with(union(parent[one], parent[other]), team[one])
                : team[one] > team[other]
                        ? with(union(parent[one], other), team[one])
                        : with(union(one, parent[other]), team[other]);
    }

    int size() {
        return size;
    }

    /** The highest team of the set; -1 for the empty one. */
    int team(int profile) {
        return team[profile];
    }

    /** The set without its highest team. */
    int parent(int profile) {
        return parent[profile];
    }

    /** For each team the used sets that it is in. */
    int[][] ofTeams(int teams, boolean[] used) {
        int[] counts = new int[teams];
        each(used, (of, _) -> counts[of]++);
        int[][] profiles = new int[teams][];
        for (int of = 0; of < teams; of++) {
            profiles[of] = new int[counts[of]];
        }
        each(used, (of, profile) -> profiles[of][--counts[of]] = profile);
        return profiles;
    }

    private void each(boolean[] used, Membership membership) {
        for (int profile = 1; profile < size; profile++) {
            if (profile < used.length && used[profile]) {
                for (int path = profile; path != NONE; path = parent[path]) {
                    membership.of(team[path], profile);
                }
            }
        }
    }

    @FunctionalInterface
    private interface Membership {
        void of(int team, int profile);
    }
}
