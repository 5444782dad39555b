package dev.flightlog.summary.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.summary.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PhaseGroupsTest {
    @Test
    void largePhasesStandAlone() {
        List<Phase> phases = List.of(phase(0, 9, 2), phase(1, 21, 12), phase(2, 0, 0), phase(3, 5, 5));

        assertThat(PhaseGroups.of(phases, 5)).isEqualTo(phases);
    }

    @Test
    void aSmallPhaseStandsWithTheSmallestOther() {
        List<Phase> groups =
                PhaseGroups.of(List.of(phase(0, 9, 2), phase(1, 21, 12), phase(2, 19, 15), phase(3, 3, 1)), 5);

        assertThat(groups)
                .containsExactly(
                        new Phase(null, "No phase, 3: several agents (together)", 12, 3),
                        phase(1, 21, 12),
                        phase(2, 19, 15));
    }

    @Test
    void smallPhasesTogetherAreStillTooSmallForOneRow() {
        List<Phase> groups = PhaseGroups.of(List.of(phase(0, 2, 0), phase(1, 30, 12), phase(2, 2, 1)), 5);

        assertThat(groups)
                .containsExactly(new Phase(null, "No phase, 1: code first, 2: agent first (together)", 34, 13));
    }

    @Test
    void fewerPeopleThanATeamNeedsAreNotShownAtAll() {
        assertThat(PhaseGroups.of(List.of(phase(0, 0, 0), phase(1, 3, 1), phase(2, 1, 1)), 5))
                .isEmpty();
    }

    @Test
    void theActiveCountWhereGitHubDoesNotTellTheOther() {
        assertThat(PhaseGroups.of(List.of(phase(1, null, 4), phase(2, null, 8)), 5))
                .containsExactly(new Phase(null, "1: code first, 2: agent first (together)", null, 12));
    }

    @Property(tries = 500)
    void noRowTellsAboutFewPeopleAndNobodyIsLost(
            @ForAll @Size(max = 6) List<@IntRange(max = 12) Integer> people,
            @ForAll @IntRange(min = 5, max = 9) int least) {
        List<Phase> phases = new ArrayList<>(IntStream.range(0, people.size())
                .mapToObj(number -> phase(number, people.get(number), people.get(number) / 2))
                .toList());

        List<Phase> groups = PhaseGroups.of(phases, least);

        assertThat(groups)
                .allSatisfy(group -> assertThat(Objects.requireNonNull(group.people()))
                        .matches(count -> count == 0 || count >= least));
        if (!groups.isEmpty()) {
            assertThat(groups.stream()
                            .mapToInt(group -> Objects.requireNonNull(group.people()))
                            .sum())
                    .isEqualTo(people.stream().mapToInt(Integer::intValue).sum());
        }
    }

    private static Phase phase(int number, @Nullable Integer people, @Nullable Integer engaged) {
        return new Phase(number, number == 0 ? "No Cohort" : "Phase " + number, people, engaged);
    }
}
