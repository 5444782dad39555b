package dev.flightlog.api.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.flightlog.api.usage.UsageAnswer.Entry;
import dev.flightlog.privacy.Suppressed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a day names; GitHub itself calls a group of features {@code others}, as this API calls the rare ones. */
class ShownBreakdownsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-16");

    @Test
    void gitHubsOthersAndTheRareAreOneEntry() {
        assertThat(shown(
                        counted("chat", 100, 20),
                        counted("others", 40, 12),
                        counted("cli", 7, 2),
                        counted("app", 3, 5)))
                .extracting(Entry::name, Entry::generations)
                .containsExactly(tuple("chat", 100L), tuple("others", 50L));
    }

    @Test
    void gitHubsOthersStayWhereNothingIsRare() {
        assertThat(shown(counted("others", 40, 12), counted("chat", 100, 20)))
                .extracting(Entry::name, Entry::generations)
                .containsExactly(tuple("chat", 100L), tuple("others", 40L));
    }

    private static List<Entry> shown(CountedEntry... entries) {
        return ShownBreakdowns.of(Map.of(DAY, Map.of("feature", List.of(entries))), _ -> Suppressed.nothing(5))
                .getOrDefault(DAY, Map.of())
                .getOrDefault("feature", List.of());
    }

    private static CountedEntry counted(String name, long generations, int people) {
        return new CountedEntry(new Entry(name, 0L, generations, 0L, 0L, 0L, 0L), people);
    }
}
