package dev.flightlog.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightlog.support.Golden;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @Test
    void countsSharesAndMoney() {
        assertThat(Numbers.count(12_345)).isEqualTo("12,345");
        assertThat(Numbers.count(-1_200)).isEqualTo("−1,200");
        assertThat(Numbers.percent(341, 1_000)).isEqualTo("34.1\u00A0%");
        assertThat(Numbers.percent(34, 100)).isEqualTo("34\u00A0%");
        assertThat(Numbers.percent(0, 5)).isEqualTo("0\u00A0%");
        assertThat(Numbers.percent(0, 0)).isEqualTo("–");
        assertThat(Numbers.plural(1, "seat")).isEqualTo("1 seat");
        assertThat(Numbers.plural(0, "seat")).isEqualTo("0 seats");
        assertThat(Numbers.plural(2_000, "person", "people")).isEqualTo("2,000 people");
        assertThat(Numbers.usd(new BigDecimal("361"))).isEqualTo("361 USD");
        assertThat(Numbers.usd(new BigDecimal("1234.5"))).isEqualTo("1,234.50 USD");
        assertThat(Numbers.usd(new BigDecimal("-0.005"))).isEqualTo("−0.01 USD");
        assertThat(Numbers.tenths(12.04)).isEqualTo("12");
        assertThat(Numbers.tenths(-0.04)).isEqualTo("0");
    }

    @Test
    void changesHaveArrowSignAndNumber() {
        assertThat(Numbers.change(10, 14)).isEqualTo("▲ +4");
        assertThat(Numbers.change(14, 11)).isEqualTo("▼ −3");
        assertThat(Numbers.change(14, 14)).isEqualTo("→ 0");
        assertThat(Numbers.signed(4)).isEqualTo("+4");
        assertThat(Numbers.signed(-4)).isEqualTo("−4");
        assertThat(Numbers.signed(0)).isEqualTo("0");
        assertThat(Numbers.changeOfPeople(4, 1, 5))
                .as("too few people to point anywhere")
                .isEqualTo("−3");
        assertThat(Numbers.changeOfPeople(4, 5, 5)).isEqualTo("▲ +1");
        assertThat(Numbers.points(0.341, 0.356)).isEqualTo("▲ +1.5\u00A0pts");
        assertThat(Numbers.points(0.5, 0.3)).isEqualTo("▼ −20\u00A0pts");
        assertThat(Numbers.points(0.5, 0.50001)).isEqualTo("→ 0\u00A0pts");
        assertThat(Numbers.signedPoints(0.3, 0.5)).isEqualTo("+20\u00A0pts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2026-11-11; 2026-W46 (Nov 9 – 15)",
                "2026-11-30; 2026-W49 (Nov 30 – Dec 6)",
                "2026-12-31; 2026-W53 (Dec 28, 2026 – Jan 3, 2027)",
                "2027-01-03; 2026-W53 (Dec 28, 2026 – Jan 3, 2027)",
                "2027-01-04; 2027-W01 (Jan 4 – 10)",
            })
    void weeksAreNamedWithTheirDays(LocalDate day, String title) {
        assertThat(Dates.weekTitle(day)).isEqualTo(title);
    }

    @Test
    void daysAreShort() {
        assertThat(Dates.day(LocalDate.of(2026, 9, 5))).isEqualTo("Sep 5");
        assertThat(Dates.span(LocalDate.of(2026, 9, 5), LocalDate.of(2026, 9, 5)))
                .isEqualTo("Sep 5");
    }

    @Test
    void sparklinesShowGapsAndZeros() {
        assertThat(Sparkline.of(List.of(0, 1, 2, 3, 4, 5, 6, 7))).isEqualTo("▁▂▃▄▅▆▇█");
        assertThat(Sparkline.of(Arrays.asList(null, null, 100, 120, 110, null, 60, 0)))
                .isEqualTo("··▇█▇·▅▁");
        assertThat(Sparkline.of(Collections.nCopies(8, 5))).isEqualTo("████████");
        assertThat(Sparkline.of(Collections.nCopies(3, 0.0))).isEqualTo("▁▁▁");
        assertThat(Sparkline.of(Collections.nCopies(2, (Integer) null))).isEqualTo("··");
        assertThatThrownBy(() -> Sparkline.of(List.of(-1))).hasMessageContaining("-1");
    }

    @Test
    void markersAreFoundAgainAtTheStartOfALine() {
        var marker = new Marker("summary", "2026-W46");

        assertThat(marker.render()).isEqualTo("<!-- flightlog:summary 2026-W46 -->");
        assertThat(Marker.find("hello\r\n" + marker.render() + "\r\nx")).contains(marker);
        assertThat(marker.isIn("> " + marker.render())).isFalse();
        assertThat(marker.isIn("<!-- flightlog:summary 2026-W4 -->")).isFalse();
        assertThat(marker.isIn("<!-- flightlog:summary a--b -->\n" + marker.render()))
                .isTrue();
        assertThatThrownBy(() -> new Marker("summary", "a--b")).hasMessageContaining("a--b");
        assertThatThrownBy(() -> new Marker("Summary", "a")).hasMessageContaining("Summary");
        assertThatThrownBy(() -> new Marker("summary", "a b")).hasMessageContaining("a b");
    }

    @Test
    void tablesRefuseRowsOfAnotherWidth() {
        Table table = Table.of(Table.Column.left("Team"), Table.Column.right("Active"));

        assertThatThrownBy(() -> table.row(Cell.text("payments"))).hasMessageContaining("2 cells, but has 1");
        assertThatThrownBy(() -> Cell.ours("a | b")).hasMessageContaining("bare pipe");
        assertThatThrownBy(() -> Cell.ours("a\nb")).hasMessageContaining("one line");
    }

    @Test
    void rendersTablesAndFolds() {
        String table = Table.of(Table.Column.left("Team"), Table.Column.right("Active"), Table.Column.left("8 weeks"))
                .row(
                        Cell.link("a|b @all", URI.create("https://github.com/orgs/acme/teams/a")),
                        Cell.number(12_345),
                        Cell.NONE)
                .row(
                        Cell.joined(Cell.code("x|y`"), Cell.text("(#12)")),
                        Cell.ours(Numbers.change(3, 4)),
                        Cell.ours(Sparkline.of(Arrays.asList(1, null, 3))))
                .render();

        Golden.assertMatches("markdown/table-and-fold.md", new Fold("Teams & <people>", table).render());
    }
}
