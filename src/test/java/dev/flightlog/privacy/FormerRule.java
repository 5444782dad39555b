package dev.flightlog.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rule by which teams were hidden before: exact for sums of whole teams, but slow. What it hides for good reason
 * must not be shown by the rule that took its place.
 */
public record FormerRule(Map<Long, Reason> teams) {
    public FormerRule {
        teams = Map.copyOf(teams);
    }

    /**
     * A team with the people in it who hold a seat.
     *
     * @param parent id of the team above; null at the top
     * @param seatHolders ids of people, those in child teams included, as GitHub counts
     */
    public record Team(long id, @Nullable Long parent, Set<Long> seatHolders) {
        public Team {
            seatHolders = Set.copyOf(seatHolders);
        }

        private int size() {
            return seatHolders.size();
        }
    }

    /** Shown, or why not. */
    public enum Reason {
        SHOWN,
        /** Too few people hold a seat. */
        TOO_SMALL,
        /** Together with what else is shown it would reveal too few people. */
        GIVES_AWAY_OTHERS
    }

    /**
     * Decides, for all teams of an organization at once.
     *
     * @param organization everybody who holds a seat: the organization's numbers are always shown
     * @param least the policy's {@code min_team_size}
     */
    public static FormerRule decide(Set<Long> organization, Collection<Team> teams, int least) {
        Map<Long, Reason> reasons = new LinkedHashMap<>();
        Map<Long, Team> shown = new LinkedHashMap<>();
        for (Team team : teams.stream().sorted(SMALLEST_FIRST).toList()) {
            boolean large = team.size() >= least;
            reasons.put(team.id(), large ? Reason.SHOWN : Reason.TOO_SMALL);
            if (large) {
                shown.put(team.id(), team);
            }
        }
        Map<Long, List<Long>> children = children(teams);
        Map<Long, List<Long>> descendants = descendants(teams);
        for (Optional<Long> leak = leak(organization, shown, children, descendants, least);
                leak.isPresent();
                leak = leak(organization, shown, children, descendants, least)) {
            shown.remove(leak.get());
            reasons.put(leak.get(), Reason.GIVES_AWAY_OTHERS);
        }
        return new FormerRule(reasons);
    }

    private static final Comparator<Team> SMALLEST_FIRST =
            Comparator.comparingInt(Team::size).thenComparingLong(Team::id);

    /** Whether the numbers of a team may be shown; false for one that is not known. */
    public boolean shows(long team) {
        return teams.get(team) == Reason.SHOWN;
    }

    /** How many teams show numbers. */
    public int shown() {
        return teams.size() - hidden();
    }

    /** How many do not. */
    public int hidden() {
        return hiddenTeams().size();
    }

    /** Ids of the teams whose numbers may not be shown. */
    public Set<Long> hiddenTeams() {
        return teams.keySet().stream().filter(team -> !shows(team)).collect(Collectors.toSet());
    }

    /**
     * Shows of these teams only what both show: hiding more never gives anybody away. A team that only the other knows
     * is left out.
     */
    public FormerRule and(FormerRule other) {
        Map<Long, Reason> both = new HashMap<>(teams);
        both.replaceAll(
                (team, reason) -> reason == Reason.SHOWN ? other.teams.getOrDefault(team, Reason.SHOWN) : reason);
        return new FormerRule(both);
    }

    /** The smallest team of those that give a small group away. */
    private static Optional<Long> leak(
            Set<Long> organization,
            Map<Long, Team> shown,
            Map<Long, List<Long>> children,
            Map<Long, List<Long>> descendants,
            int least) {
        Set<Long> redundant = new HashSet<>();
        for (Team whole : shown.values()) {
            Optional<Long> leak = ofTeamsBelow(whole, shown, children, least)
                    .or(() -> ofTeamsBelow(whole, shown, descendants, least))
                    .or(() -> ofOthers(whole.id(), whole.seatHolders(), shown, redundant, least));
            if (leak.isPresent()) {
                return leak;
            }
        }
        return ofOthers(null, organization, shown, redundant, least);
    }

    /**
     * A parent less everybody in its shown children, or in all its shown descendants, even where those overlap and
     * nobody could do the sum.
     */
    private static Optional<Long> ofTeamsBelow(
            Team parent, Map<Long, Team> shown, Map<Long, List<Long>> teamsBelow, int least) {
        List<Team> below = teamsBelow.getOrDefault(parent.id(), List.of()).stream()
                .filter(shown::containsKey)
                .map(shown::get)
                .toList();
        Set<Long> rest = new HashSet<>(parent.seatHolders());
        below.forEach(team -> rest.removeAll(team.seatHolders()));
        return below.isEmpty() || rest.isEmpty() || rest.size() >= least
                ? Optional.empty()
                : Optional.of(victim(parent.id(), withPeopleOfTheirOwn(below), shown));
    }

    /** Hiding any other would change nothing. */
    private static List<Team> withPeopleOfTheirOwn(List<Team> teams) {
        List<Team> own =
                teams.stream().filter(team -> withoutNumbers(team, teams) > 0).toList();
        return own.isEmpty() ? teams : own;
    }

    /**
     * Sums of any teams, whatever their relation. The organization counts more people than its teams have members, so
     * only teams without common people are taken from it.
     */
    private static Optional<Long> ofOthers(
            @Nullable Long whole, Set<Long> people, Map<Long, Team> shown, Set<Long> redundant, int least) {
        Map<Long, Set<Long>> parts = shown.values().stream()
                .filter(team -> whole == null || team.id() != whole)
                .filter(team -> !redundant.contains(team.id()))
                .collect(Collectors.toMap(Team::id, Team::seatHolders));
        Subtraction.Result result = Subtraction.of(people, parts, least, whole != null);
        if (result.exact() && whole != null) {
            redundant.add(whole);
        }
        return result.parts().isEmpty()
                ? Optional.empty()
                : Optional.of(victim(whole, effective(result.parts(), shown, redundant), shown));
    }

    /**
     * Not those inside another that is the exact sum of its parts: it would take their place and nothing would be won.
     */
    private static List<Team> effective(Set<Long> parts, Map<Long, Team> shown, Set<Long> redundant) {
        List<Team> teams = parts.stream().map(shown::get).toList();
        List<Team> effective = teams.stream()
                .filter(team -> redundant.stream()
                        .map(shown::get)
                        .noneMatch(sum -> sum != team && sum.seatHolders().containsAll(team.seatHolders())))
                .toList();
        return effective.isEmpty() ? teams : effective;
    }

    /** The team without which the fewest people go without numbers: the whole if it may be, else the smallest. */
    private static long victim(@Nullable Long whole, List<Team> parts, Map<Long, Team> shown) {
        List<Team> candidates = new ArrayList<>(whole == null ? List.of() : List.of(shown.get(whole)));
        candidates.addAll(parts.stream().sorted(SMALLEST_FIRST).toList());
        return candidates.stream()
                .min(Comparator.comparingLong(team -> withoutNumbers(team, shown.values())))
                .orElseThrow()
                .id();
    }

    /** People of the team who are in no other of these. */
    private static long withoutNumbers(Team team, Collection<Team> teams) {
        return team.seatHolders().stream()
                .filter(person -> teams.stream()
                        .noneMatch(other -> other != team && other.seatHolders().contains(person)))
                .count();
    }

    private static Map<Long, List<Long>> children(Collection<Team> teams) {
        Map<Long, List<Long>> children = new HashMap<>();
        for (Team team : teams) {
            if (team.parent() != null) {
                children.computeIfAbsent(team.parent(), _ -> new ArrayList<>()).add(team.id());
            }
        }
        return children;
    }

    private static Map<Long, List<Long>> descendants(Collection<Team> teams) {
        Map<Long, @Nullable Long> parents = new HashMap<>();
        teams.forEach(team -> parents.put(team.id(), team.parent()));
        Map<Long, List<Long>> descendants = new HashMap<>();
        for (Team team : teams) {
            Set<Long> seen = new HashSet<>();
            for (Long above = team.parent(); above != null && seen.add(above); above = parents.get(above)) {
                descendants.computeIfAbsent(above, _ -> new ArrayList<>()).add(team.id());
            }
        }
        return descendants;
    }
}
