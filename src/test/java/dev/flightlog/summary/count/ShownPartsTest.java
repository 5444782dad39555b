package dev.flightlog.summary.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.privacy.Metric;
import dev.flightlog.privacy.Suppressed;
import dev.flightlog.summary.Breakdown;
import dev.flightlog.summary.Breakdown.DaysCounted;
import dev.flightlog.summary.Breakdown.Dimension;
import dev.flightlog.summary.Breakdown.Part;
import dev.flightlog.summary.count.ShownParts.Counted;
import dev.flightlog.summary.text.BreakdownWords;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A sum of which days are left out says so. */
class ShownPartsTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
    private static final Suppressed ALL = Suppressed.nothing(5);

    @Test
    void daysThatMayNotBeShownAreCountedAsMissing() {
        Map<LocalDate, List<Counted>> days = new TreeMap<>(Map.of(
                MONDAY,
                List.of(editor("vscode", 100, 40)),
                MONDAY.plusDays(1),
                List.of(editor("vscode", 221, 40)),
                MONDAY.plusDays(5),
                List.of(editor("vscode", 13, 3)),
                MONDAY.plusDays(6),
                List.of()));

        Breakdown week = ShownParts.of(Dimension.EDITOR, days, day -> switch (day.getDayOfWeek()) {
            case TUESDAY -> new Suppressed(5, 0, 1 << Metric.INTERACTIONS.ordinal());
            case SATURDAY -> new Suppressed(5, 1 << Metric.INTERACTIONS.ordinal(), 0);
            default -> ALL;
        });

        assertThat(week.days()).isEqualTo(new DaysCounted(4, 2, 3, 3));
        assertThat(BreakdownWords.columns(week))
                .extracting(BreakdownWords.Column::heading)
                .containsExactly("Prompts (2 of 4 days)", "Generations (3 of 4 days)", "Lines added (3 of 4 days)");
        assertThat(BreakdownWords.columns(week).getFirst().cell(week.top().getFirst()))
                .isEqualTo("100");
        assertThat(BreakdownWords.note(List.of(week), 5))
                .contains("leaves out the others")
                .contains("fewer than 5");
    }

    @Test
    void aValueWithRareDaysIsAtLeastWhatItsRowSays() {
        Map<LocalDate, List<Counted>> days = new TreeMap<>(Map.of(
                MONDAY,
                List.of(editor("vscode", 100, 40), editor("zed", 50, 9)),
                MONDAY.plusDays(1),
                List.of(editor("vscode", 100, 40), editor("zed", 5, 2), editor("vim", 8, 7))));

        Breakdown week = ShownParts.of(Dimension.EDITOR, days, _ -> ALL);

        BreakdownWords.Column prompts = BreakdownWords.columns(week).getFirst();
        assertThat(prompts.heading()).isEqualTo("Prompts");
        assertThat(week.top())
                .extracting(Part::name, prompts::cell)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("vscode", "200"),
                        org.assertj.core.groups.Tuple.tuple("zed", "at least 50"));
        assertThat(BreakdownWords.note(List.of(week), 5)).startsWith("“At least”");
    }

    @Test
    void aWeekOfWhichEveryDayMayBeShownSaysNothingOfDays() {
        Breakdown week = ShownParts.of(Dimension.EDITOR, Map.of(MONDAY, List.of(editor("vscode", 100, 40))), _ -> ALL);

        assertThat(BreakdownWords.columns(week).getFirst().heading()).isEqualTo("Prompts");
        assertThat(BreakdownWords.note(List.of(week), 5)).isEmpty();
    }

    private static Counted editor(String name, long prompts, int people) {
        return new Counted(new Part(name, prompts, prompts * 2, prompts * 3), people);
    }
}
