package dev.flightlog.summary.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.summary.Coverage;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageNoteTest {
    private static final IsoWeek W48 = IsoWeek.parse("2026-W48").orElseThrow();
    private static final LocalDate SATURDAY = LocalDate.parse("2026-11-28");
    private static final LocalDate SUNDAY = LocalDate.parse("2026-11-29");

    /** A day that has not ended is neither still to be read nor missing at GitHub. */
    @Test
    void aDayThatIsNotDueIsSaidToBeNone() {
        LocalDate friday = SATURDAY.minusDays(1);

        assertThat(CoverageNote.inAnswer(new Coverage(
                        W48,
                        W48.days().limit(4).toList(),
                        LocalDate.parse("2025-12-12"),
                        List.of(),
                        List.of(),
                        List.of(friday, SATURDAY, SUNDAY),
                        List.of(SATURDAY, SUNDAY),
                        null)))
                .isEqualTo("> **4 of 7 days:** Nov 27 is still to be read. Nov 28 and Nov 29 are not due yet: GitHub"
                        + " publishes a day up to two days later. The numbers lack those days.");
    }
}
