package dev.flightlog.summary.count;

import dev.flightlog.summary.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adoption phases as they may be shown: no row is about fewer people than a team needs whose numbers are shown.
 *
 * <p>A phase with too few people is put together with the smallest other, and not left out: what is missing could be
 * computed from the people who were active that day, which the post counts elsewhere. An empty phase is shown as 0.
 */
public final class PhaseGroups {
    private static final Comparator<List<Phase>> SMALLEST_FIRST = Comparator.comparingInt(PhaseGroups::people);

    private PhaseGroups() {}

    /**
     * Puts together; nothing is left where all phases together are too small.
     *
     * @param phases in GitHub's order
     * @param least people that a row must be about
     */
    public static List<Phase> of(List<Phase> phases, int least) {
        List<List<Phase>> groups = new ArrayList<>(phases.stream().map(List::of).toList());
        for (Optional<List<Phase>> small = small(groups, least); small.isPresent(); small = small(groups, least)) {
            List<Phase> one = small.get();
            Optional<List<Phase>> other = groups.stream()
                    .filter(group -> group != one && people(group) > 0)
                    .min(SMALLEST_FIRST);
            if (other.isEmpty()) {
                return List.of();
            }
            groups.remove(one);
            groups.remove(other.get());
            groups.add(Stream.concat(one.stream(), other.get().stream())
                    .sorted(Comparator.comparingInt(phases::indexOf))
                    .toList());
        }
        return groups.stream()
                .sorted(Comparator.comparingInt(group -> phases.indexOf(group.getFirst())))
                .map(PhaseGroups::row)
                .toList();
    }

    private static Optional<List<Phase>> small(List<List<Phase>> groups, int least) {
        return groups.stream()
                .filter(group -> people(group) > 0 && people(group) < least)
                .min(SMALLEST_FIRST);
    }

    private static Phase row(List<Phase> group) {
        return group.size() == 1
                ? group.getFirst()
                : new Phase(
                        null,
                        group.stream().map(Phase::words).collect(Collectors.joining(", ")) + " (together)",
                        group.stream().map(Phase::people).reduce(0, PhaseGroups::sum),
                        group.stream().map(Phase::engaged).reduce(0, PhaseGroups::sum));
    }

    /** The larger figure of a phase, because GitHub does not always give both. */
    private static int people(List<Phase> group) {
        return group.stream()
                .mapToInt(phase -> Math.max(
                        phase.people() == null ? 0 : phase.people(), phase.engaged() == null ? 0 : phase.engaged()))
                .sum();
    }

    private static @Nullable Integer sum(@Nullable Integer one, @Nullable Integer other) {
        return one == null || other == null ? null : Integer.valueOf(one + other);
    }
}
