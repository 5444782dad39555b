package dev.flightlog.summary.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.cost.TeamCredits;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sum of some days is the least that a team used, and of hardly any day it says nothing. */
class TeamCreditsTableTest {
    @ParameterizedTest
    @CsvSource({"27, '7,466'", "26, 'at least 7,466'", "14, 'at least 7,466'", "13, –"})
    void saysHowMuchTheCountedDaysTell(int days, String told) {
        assertThat(TeamCreditsTable.credits(
                        new TeamCredits.Team("platform", "Platform", new BigDecimal("7466.09"), days, 27)))
                .isEqualTo(told);
    }
}
