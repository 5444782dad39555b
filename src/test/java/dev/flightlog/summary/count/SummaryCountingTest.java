package dev.flightlog.summary.count;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryCountingTest {
    /** Beside the active users the number of seats used tells how many were active without a seat. */
    @ParameterizedTest
    @CsvSource({
        "46, 46, 46",
        "46, 47, ",
        "46, 50, ",
        "46, 51, 46",
        "4, 4, ",
        "0, 0, 0",
        "5, , 5",
        "3, , ",
    })
    void seatsUsedTellNothingAboutFewPeople(int used, @Nullable Integer active, @Nullable Integer told) {
        assertThat(SummaryCounting.seatsUsed(used, active, 5)).isEqualTo(told);
    }
}
