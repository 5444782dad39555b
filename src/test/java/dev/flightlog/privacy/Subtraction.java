package dev.flightlog.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Searches for parts whose sum differs from a whole in a few people only: who knows the numbers of the parts and of the
 * whole could then compute the numbers of those few.
 *
 * <p>A person is out of balance who is in the whole and not in exactly one chosen part, or in a chosen part and not in the
 * whole. People in the very same parts are one group, and a group that is large enough can never be out of balance, so
 * the search is short. Should it not be, the parts count as giving a group away: safe rather than sorry.
 */
final class Subtraction {
    private static final int MAX_STEPS = 20_000;

    private final List<Group> groups;
    private final Map<Long, Set<Long>> parts;
    private final int least;
    private final boolean overlaps;
    private final List<Long> chosen = new ArrayList<>();
    private final Set<Long> excluded = new HashSet<>();
    private int steps;
    private boolean exact;
    private boolean found;

    private Subtraction(List<Group> groups, Map<Long, Set<Long>> parts, int least, boolean overlaps) {
        this.groups = groups;
        this.parts = parts;
        this.least = least;
        this.overlaps = overlaps;
    }

    /**
     * What was found.
     *
     * @param parts the parts that give a group away; none where nothing does
     * @param exact the whole is just the sum of some parts, so that it says nothing that they do not
     */
    record Result(Set<Long> parts, boolean exact) {
        Result {
            parts = Set.copyOf(parts);
        }
    }

    /** People of the same parts, in the whole or not; {@code balance} is how many chosen parts they are in, less 1. */
    private static final class Group {
        final Set<Long> parts;
        int people;
        int balance;

        Group(Set<Long> parts, boolean inWhole) {
            this.parts = parts;
            this.balance = inWhole ? -1 : 0;
        }
    }

    /**
     * Searches among parts that lie in the whole but for fewer than {@code least} people.
     *
     * @param overlaps whether parts may be added that have people in common
     */
    static Result of(Set<Long> whole, Map<Long, Set<Long>> all, int least, boolean overlaps) {
        Map<Long, Set<Long>> parts = new HashMap<>();
        all.forEach((part, people) -> {
            if (people.stream()
                            .filter(person -> !whole.contains(person))
                            .limit(least)
                            .count()
                    < least) {
                parts.put(part, people);
            }
        });
        Subtraction search = new Subtraction(groups(whole, parts), parts, least, overlaps);
        search.step();
        return new Result(search.found ? search.giveAway() : Set.of(), search.exact);
    }

    private static List<Group> groups(Set<Long> whole, Map<Long, Set<Long>> parts) {
        Map<Long, Set<Long>> partsOf = new HashMap<>();
        whole.forEach(person -> partsOf.put(person, new HashSet<>()));
        parts.forEach((part, people) -> people.forEach(
                person -> partsOf.computeIfAbsent(person, _ -> new HashSet<>()).add(part)));
        Map<List<Object>, Group> groups = new HashMap<>();
        partsOf.forEach((person, of) -> groups.computeIfAbsent(
                        List.of(of, whole.contains(person)), _ -> new Group(of, whole.contains(person)))
                .people++);
        return List.copyOf(groups.values());
    }

    /** Decides about one more group; true ends the search. */
    private boolean step() {
        if (++steps > MAX_STEPS) {
            found = !parts.isEmpty();
            return true;
        }
        int outside = 0;
        Group next = null;
        int fewest = Integer.MAX_VALUE;
        for (Group group : groups) {
            if (group.balance == 0) {
                continue;
            }
            if (group.balance > 0 && !overlaps) {
                return false;
            }
            int open = group.balance < 0 ? open(group) : 0;
            if (open == 0) {
                outside += group.people;
            } else if (open < fewest) {
                fewest = open;
                next = group;
            }
        }
        if (outside >= least) {
            return false;
        }
        return next == null ? end(outside) : branch(next);
    }

    private int open(Group group) {
        return (int)
                group.parts.stream().filter(part -> !excluded.contains(part)).count();
    }

    private boolean end(int outside) {
        if (chosen.isEmpty()) {
            return false;
        }
        exact |= outside == 0;
        found = outside > 0;
        return found;
    }

    /** The group is in one of its parts that are still open, or in none. */
    private boolean branch(Group group) {
        List<Long> tried = new ArrayList<>();
        for (Long part : group.parts) {
            if (excluded.add(part)) {
                tried.add(part);
                choose(part, 1);
                if (step()) {
                    return true;
                }
                choose(part, -1);
            }
        }
        boolean ended = group.people < least && step();
        if (!ended) {
            tried.forEach(excluded::remove);
        }
        return ended;
    }

    private void choose(Long part, int times) {
        if (times > 0) {
            chosen.add(part);
        } else {
            chosen.removeLast();
        }
        for (Group group : groups) {
            if (group.parts.contains(part)) {
                group.balance += times;
            }
        }
    }

    private Set<Long> giveAway() {
        return chosen.isEmpty() ? parts.keySet() : Set.copyOf(chosen);
    }
}
