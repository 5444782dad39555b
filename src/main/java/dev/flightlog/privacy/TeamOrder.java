package dev.flightlog.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In which order teams are admitted: one that is admitted earlier can never be hidden because of a later one.
 *
 * <p>Children come before their parents, so that a parent with two managers of its own is hidden and not one of its
 * children. Otherwise older teams come first, by GitHub's ids, which grow: nobody hides a team by making another. A parent
 * counts as old as its youngest descendant, so a new child costs its own ancestors only.
 */
final class TeamOrder {
    private TeamOrder() {}

    /** A team and the one above it; null at the top. */
    record Node(long id, @Nullable Long parent) {}

    /** The ids, first admitted first. Parents that are not among the teams, and circles, do no harm. */
    static List<Long> of(Collection<Node> teams) {
        Map<Long, Node> byId = new HashMap<>();
        teams.forEach(team -> byId.put(team.id(), team));
        Map<Long, Long> youngest = new HashMap<>();
        Map<Long, Integer> depth = new HashMap<>();
        for (Node team : byId.values()) {
            Set<Long> path = new HashSet<>();
            Node above = team;
            while (above != null && path.add(above.id())) {
                youngest.merge(above.id(), team.id(), Math::max);
                above = above.parent() == null ? null : byId.get(above.parent());
            }
            depth.put(team.id(), path.size());
        }
        List<Long> order = new ArrayList<>(byId.keySet());
        order.sort(Comparator.<Long>comparingLong(youngest::get)
                .thenComparing(Comparator.<Long>comparingInt(depth::get).reversed())
                .thenComparing(Comparator.naturalOrder()));
        return order;
    }
}
