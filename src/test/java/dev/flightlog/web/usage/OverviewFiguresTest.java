package dev.flightlog.web.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.summary.text.Weeks;
import dev.flightlog.web.Figure;
import org.junit.jupiter.api.Test;

/** The cards of the organization's page. */
class OverviewFiguresTest {
    @Test
    void aCardSaysOfHowManyDaysItIsUnlessItIsOfOneMoment() {
        assertThat(OverviewPages.figures(Weeks.ofSixDays())).hasSize(8).allSatisfy(card -> {
            if (card.name().equals("Seats")) {
                assertThat(card.note()).isEmpty();
            } else {
                assertThat(card.note()).as(card.name()).endsWith("6 of 7 days");
            }
        });
        assertThat(OverviewPages.figures(Weeks.ordinary()))
                .extracting(Figure::note)
                .noneMatch(note -> note.contains("of 7 days"));
    }
}
