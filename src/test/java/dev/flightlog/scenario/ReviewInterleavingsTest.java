package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.scenario.ReviewedTown.Act;
import dev.flightlog.scenario.ReviewedTown.Step;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random stories against the whole application: whatever happens in which order, nobody loses a seat who kept or used it, is
 * exempt, left, holds it through a team, was not on the approved list, or whose notice still ran.
 *
 * <p>Every build plays the same stories. {@code -Dflightlog.stories=60 -Dflightlog.stories.seed=random} plays others; what
 * fails names the seed that plays one failed story alone.
 */
class ReviewInterleavingsTest {
    private static final int STORIES = Integer.getInteger("flightlog.stories", 9);
    private static final String SEED = System.getProperty("flightlog.stories.seed", "20260601");

    /** How often each act comes, compared with the others. */
    private static final Map<Act, Integer> WEIGHTS = new EnumMap<>(Map.ofEntries(
            Map.entry(Act.DAY, 8),
            Map.entry(Act.APPROVE, 4),
            Map.entry(Act.KEEP, 3),
            Map.entry(Act.KEEP_BY_ADMIN, 3),
            Map.entry(Act.USE, 3),
            Map.entry(Act.EXEMPT, 2),
            Map.entry(Act.LEAVE, 2),
            Map.entry(Act.INTO_TEAM, 2),
            Map.entry(Act.LOSE_ANSWER, 2),
            Map.entry(Act.FAIL_REQUEST, 2),
            Map.entry(Act.FAIL_LISTING, 2),
            Map.entry(Act.REFUSE, 2),
            Map.entry(Act.KEEP_MEANWHILE, 2),
            Map.entry(Act.KEEP_AT_ONCE, 1),
            Map.entry(Act.APPROVE_BY_STARTER, 1),
            Map.entry(Act.CANCEL, 1),
            Map.entry(Act.UNDO, 2),
            Map.entry(Act.LOSE_UNDO, 1),
            Map.entry(Act.RESTART, 1),
            Map.entry(Act.MISCOUNT, 1),
            Map.entry(Act.REVOKE_WRITE, 1),
            Map.entry(Act.SUSPEND, 1),
            Map.entry(Act.START, 1)));

    private static @Nullable ReviewedTown started;

    @BeforeAll
    static void start() {
        started = new ReviewedTown();
    }

    @AfterAll
    static void stop() {
        if (started != null) {
            started.close();
        }
    }

    @Test
    void nobodyLosesASeatThatIsNotToBeTaken() {
        long first = SEED.equals("random") ? new SplittableRandom().nextInt(1_000_000_000) : Long.parseLong(SEED);
        for (long seed = first; seed < first + STORIES; seed++) {
            List<Step> story = story(seed);
            try {
                play(story);
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError(
                        "-Dflightlog.stories=1 -Dflightlog.stories.seed=" + seed + " plays " + story + ": "
                                + failed.getMessage(),
                        failed);
            }
        }
    }

    private static void play(List<Step> story) {
        ReviewedTown town = town();
        town.begin();
        story.forEach(town::play);
        town.end();
    }

    /** Else the property would hold because nothing ever happens. */
    @Test
    void aStoryWithoutIncidentsTakesEverySeat() {
        ReviewedTown town = town();
        town.begin();
        town.play(new Step(Act.APPROVE, 0));
        for (int day = 0; day < 3; day++) {
            assertThat(town.lostSeats()).as("day %s of the notice", day).isZero();
            town.play(new Step(Act.DAY, 0));
        }
        assertThat(town.lostSeats()).isEqualTo(ReviewedTown.PEOPLE);
        town.end();
    }

    private static ReviewedTown town() {
        if (started == null) {
            throw new IllegalStateException("not started");
        }
        return started;
    }

    private static List<Step> story(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Step> story = new ArrayList<>();
        int length = random.nextInt(6, 17);
        while (story.size() < length) {
            story.add(new Step(act(random), random.nextInt(ReviewedTown.PEOPLE)));
        }
        return story;
    }

    private static Act act(SplittableRandom random) {
        int left = random.nextInt(
                WEIGHTS.values().stream().mapToInt(Integer::intValue).sum());
        for (Map.Entry<Act, Integer> each : WEIGHTS.entrySet()) {
            left -= each.getValue();
            if (left < 0) {
                return each.getKey();
            }
        }
        throw new IllegalStateException("weights must cover every number below their sum");
    }
}
