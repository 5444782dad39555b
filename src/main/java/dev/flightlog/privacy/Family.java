package dev.flightlog.privacy;

import dev.flightlog.privacy.Differencing.Verdict;

/**
 * Whose child a team is. A parent of which few people are in none of its shown children, or in none of its shown
 * descendants, is hidden even where those overlap and nobody could do the sum: readers take the difference for them.
 */
final class Family {
    /** Teams without parents. */
    static final Family NONE = new Family(new Profiles(), new int[0]);

    private final Profiles profiles;
    /** For each team the one above it; -1 at the top. */
    private final int[] parents;

    Family(Profiles profiles, int[] parents) {
        this.profiles = profiles;
        this.parents = parents;
    }

    boolean leavesFew(int parent, Verdict[] verdicts, Contributors people, int[] profilesOfParent, int threshold) {
        if (parents.length == 0) {
            return false;
        }
        int everybody = 0;
        int notInChildren = 0;
        int notInDescendants = 0;
        for (int profile : profilesOfParent) {
            int count = people.in(0, profile);
            everybody += count;
            boolean child = false;
            boolean descendant = false;
            for (int path = profile; path != Profiles.NONE; path = profiles.parent(path)) {
                int team = profiles.team(path);
                if (team < parent && verdicts[team] == Verdict.SHOWN) {
                    child |= parents[team] == parent;
                    descendant |= isBelow(team, parent);
                }
            }
            notInChildren += child ? 0 : count;
            notInDescendants += descendant ? 0 : count;
        }
        return few(notInChildren, everybody, threshold) || few(notInDescendants, everybody, threshold);
    }

    private static boolean few(int rest, int everybody, int threshold) {
        return rest < everybody && rest > 0 && rest < threshold;
    }

    /** Children are admitted before their parents, so that the way up ends even in a circle. */
    private boolean isBelow(int team, int parent) {
        int above = parents[team];
        for (int last = team; above > last && above != parent; above = parents[above]) {
            last = above;
        }
        return above == parent;
    }
}
