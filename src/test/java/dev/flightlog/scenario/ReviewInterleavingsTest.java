package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.scenario.ReviewedTown.Act;
import dev.flightlog.scenario.ReviewedTown.Step;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * Random stories against the whole application: whatever happens in which order, nobody loses a seat who kept or used it, is
 * exempt, left, holds it through a team, was not on the approved list, or whose notice still ran.
 */
class ReviewInterleavingsTest {
    private static @Nullable ReviewedTown town;

    @BeforeContainer
    static void start() {
        town = new ReviewedTown();
    }

    @AfterContainer
    static void stop() {
        if (town != null) {
            town.close();
        }
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void nobodyLosesASeatThatIsNotToBeTaken(@ForAll("stories") List<Step> story) {
        if (town == null) {
            throw new IllegalStateException("not started");
        }
        town.begin();
        story.forEach(town::play);
        town.end();
    }

    /** Else the property would hold because nothing ever happens. */
    @Example
    void aStoryWithoutIncidentsTakesEverySeat() {
        if (town == null) {
            throw new IllegalStateException("not started");
        }
        town.begin();
        town.play(new Step(Act.APPROVE, 0));
        for (int day = 0; day < 3; day++) {
            assertThat(town.lostSeats()).as("day %s of the notice", day).isZero();
            town.play(new Step(Act.DAY, 0));
        }
        assertThat(town.lostSeats()).isEqualTo(ReviewedTown.PEOPLE);
        town.end();
    }

    @Provide
    Arbitrary<List<Step>> stories() {
        Arbitrary<Act> acts = Arbitraries.frequency(
                Tuple.of(8, Act.DAY),
                Tuple.of(4, Act.APPROVE),
                Tuple.of(3, Act.KEEP),
                Tuple.of(3, Act.KEEP_BY_ADMIN),
                Tuple.of(3, Act.USE),
                Tuple.of(2, Act.EXEMPT),
                Tuple.of(2, Act.LEAVE),
                Tuple.of(2, Act.INTO_TEAM),
                Tuple.of(2, Act.LOSE_ANSWER),
                Tuple.of(2, Act.FAIL_REQUEST),
                Tuple.of(2, Act.FAIL_LISTING),
                Tuple.of(2, Act.REFUSE),
                Tuple.of(2, Act.KEEP_MEANWHILE),
                Tuple.of(1, Act.KEEP_AT_ONCE),
                Tuple.of(1, Act.APPROVE_BY_STARTER),
                Tuple.of(1, Act.CANCEL),
                Tuple.of(1, Act.UNDO),
                Tuple.of(1, Act.MISCOUNT),
                Tuple.of(1, Act.REVOKE_WRITE),
                Tuple.of(1, Act.SUSPEND),
                Tuple.of(1, Act.START));
        return Combinators.combine(acts, Arbitraries.integers().between(0, ReviewedTown.PEOPLE - 1))
                .as(Step::new)
                .list()
                .ofMinSize(6)
                .ofMaxSize(16);
    }
}
