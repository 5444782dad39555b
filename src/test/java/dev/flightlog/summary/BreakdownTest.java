package dev.flightlog.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.summary.Breakdown.Dimension;
import dev.flightlog.summary.Breakdown.Part;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BreakdownTest {
    @Test
    void noColumnOfTheOthersIsLargerThanTheLargestValueShown() {
        List<Part> edits = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> new Part("language-" + i, 0, 1_000 / i, i < 6 ? 10 : 400))
                .toList();

        Breakdown breakdown = Breakdown.of(Dimension.LANGUAGE, edits);

        assertThat(breakdown.top()).hasSizeGreaterThan(5);
        assertThat(breakdown.others()).isZero();
        assertThat(Breakdown.of(
                                Dimension.LANGUAGE,
                                edits.stream()
                                        .map(part -> new Part(part.name(), 0, part.generations(), part.generations()))
                                        .toList())
                        .top())
                .as("where nothing of the sort is hidden it stays short")
                .hasSizeLessThan(12);
    }

    @Test
    void valuesThatMayNotBeNamedCountInTheTail() {
        List<Part> named = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> new Part("model-" + i, 100, 100, 100 - i))
                .toList();

        Breakdown breakdown = Breakdown.of(Dimension.MODEL, named, List.of(new Part("rare", 90, 90, 90)), null);

        assertThat(breakdown.top()).as("every value that may be named").hasSize(9);
        assertThat(breakdown.others()).isEqualTo(1);
    }

    @Test
    void whatGitHubCallsOthersIsARowWhereItIsLargerThanAllThatIsNamed() {
        List<Part> named = Stream.concat(
                        IntStream.rangeClosed(1, 9).mapToObj(i -> new Part("language-" + i, 0, 900 / i, 900 / i)),
                        Stream.of(new Part("others", 0, 1_901, 11_223)))
                .toList();

        Breakdown breakdown = Breakdown.of(Dimension.LANGUAGE, named, List.of(new Part("rare", 0, 99, 75)), null);

        assertThat(breakdown.top()).extracting(Part::name).startsWith("others", "language-1");
        assertThat(Objects.requireNonNull(breakdown.rest()).linesAdded())
                .as("the others are fewer than what is named")
                .isLessThan(breakdown.top().stream().mapToLong(Part::linesAdded).sum() - 11_223);
    }

    @Test
    void othersOfWhichNothingIsCountedAreNoRow() {
        assertThat(Breakdown.of(
                                Dimension.FEATURE,
                                List.of(new Part("code_completion", 0, 9, 9)),
                                List.of(new Part("rare", 0, 0, 0)),
                                null)
                        .rest())
                .isNull();
    }
}
