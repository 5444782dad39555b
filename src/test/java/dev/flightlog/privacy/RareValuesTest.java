package dev.flightlog.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RareValuesTest {
    @Test
    void theOneCobolDeveloperIsNotAloneAmongTheOthers() {
        RareValues<Integer> values = RareValues.of(List.of(40, 7, 1), people -> people, 5);

        assertThat(values.shown()).containsExactly(40);
        assertThat(values.rare())
                .as("40 + 7 + 1 less 40 and 7 would be the one")
                .containsExactlyInAnyOrder(1, 7);
    }

    @Test
    void whereEnoughAreBehindEachAllAreNamed() {
        RareValues<Integer> values = RareValues.of(List.of(40, 7, 5), people -> people, 5);

        assertThat(values.shown()).containsExactly(40, 7, 5);
        assertThat(values.rare()).isEmpty();
    }

    @Test
    void valuesOfFewPeopleOnlyAreOthersAltogether() {
        assertThat(RareValues.of(List.of(4, 1), people -> people, 5).shown()).isEmpty();
    }
}
