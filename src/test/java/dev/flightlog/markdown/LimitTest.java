package dev.flightlog.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.support.Golden;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LimitTest {
    @Test
    void leavesWhatFits() {
        String exactly = "x".repeat(Limit.BODY);

        assertThat(Limit.body(exactly)).isSameAs(exactly);
        assertThat(Limit.check(exactly)).hasSizeLessThanOrEqualTo(Limit.CHECK).contains("the rest of this line");
    }

    @Test
    void cutsAtARowAndTellsHowManyAreMissing() {
        String body = "Teams of this week.\n\n" + new Fold("Teams", table(40)).render() + "\nThe end.\n";

        Golden.assertMatches("markdown/cut-table.md", Limit.cut(body, 600));
    }

    @Test
    void closesCodeBlocks() {
        String csv = IntStream.range(0, 100).mapToObj(i -> "row," + i).reduce("", (a, b) -> a + b + "\n");

        Golden.assertMatches(
                "markdown/cut-code.md", Limit.cut(new Fold("CSV", "```csv\n" + csv + "```").render(), 400));
    }

    @Test
    void aTableOfWhichNoRowFitsGoesAltogether() {
        String body = "x".repeat(200) + "\n\n" + table(20);

        assertThat(Limit.cut(body, 400))
                .isEqualTo("x".repeat(200) + "\n\n… 20 more rows, cut at GitHub's limit of 400 characters.\n");
    }

    @Property
    void neverPassesTheLimitAndLeavesNothingOpen(
            @ForAll("bodies") String body, @ForAll @IntRange(min = 320, max = 2_000) int most) {
        String cut = Limit.cut(body, most);

        assertThat(cut.length()).isLessThanOrEqualTo(most);
        if (body.length() > most) {
            assertThat(OpenBlocks.after(cut.lines().toList()).closingLength()).isZero();
            assertThat(cut).contains("cut at GitHub's limit");
        } else {
            assertThat(cut).isEqualTo(body);
        }
    }

    @Provide
    Arbitrary<String> bodies() {
        Arbitrary<String> block = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 30).map(LimitTest::table),
                Arbitraries.integers().between(0, 30).map(rows -> new Fold("Teams", table(rows)).render()),
                Arbitraries.integers().between(0, 900).map(length -> "é😀".repeat(length) + "\n"),
                Arbitraries.integers().between(0, 30).map(rows -> "```csv\n" + "a,b\n".repeat(rows) + "```\n"));
        Arbitrary<String> nested = block.map(inner -> new Fold("Outer", inner).render());
        return Arbitraries.oneOf(block, nested).list().ofMaxSize(6).map(blocks -> String.join("\n", blocks));
    }

    private static String table(int rows) {
        List<List<Cell>> cells = IntStream.range(0, rows)
                .mapToObj(i -> List.of(Cell.text("team-" + i), Cell.number(i)))
                .toList();
        return Table.of(Table.Column.left("Team"), Table.Column.right("Active"))
                .rows(cells)
                .render();
    }
}
