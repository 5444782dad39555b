package dev.flightlog.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.policy.Policy;
import dev.flightlog.seat.SeatFacts;
import dev.flightlog.seat.SeatOverview;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetAlertTest {
    private static final Policy.Budget NONE = new Policy.Budget(Optional.empty(), Optional.empty());

    @Test
    void aBudgetIsPassedOnlyAboveIt() {
        Optional<SeatOverview> seats = first(89);

        assertThat(BudgetAlert.of(seatsBudget("1691"), seats, Reviews.credits()))
                .isEmpty();
        assertThat(BudgetAlert.of(seatsBudget("1690.99"), seats, Reviews.credits()))
                .containsExactly(new BudgetAlert.SeatsBudgetPassed(new BigDecimal("1690.99"), new BigDecimal("1691")));
    }

    @Test
    void creditsCountAsTheyAreUsed() {
        Policy.Budget budget = new Policy.Budget(Optional.empty(), Optional.of(148_230L));

        assertThat(BudgetAlert.of(budget, first(89), Reviews.credits())).hasSize(1);
        assertThat(BudgetAlert.of(
                        new Policy.Budget(Optional.empty(), Optional.of(148_231L)), first(89), Reviews.credits()))
                .isEmpty();
    }

    @Test
    void exactlyATenthOfTheBillIsNoAlarm() {
        List<SeatFacts> seats = Reviews.seats().toList();

        assertThat(BudgetAlert.of(NONE, overview(seats.subList(80, 90)), Reviews.credits()))
                .isEmpty();
        assertThat(BudgetAlert.of(NONE, overview(seats.subList(80, 91)), Reviews.credits()))
                .containsExactly(new BudgetAlert.IdleSpendHigh(new BigDecimal("38"), new BigDecimal("209")));
    }

    @Test
    void noSeatsAreNoAlarm() {
        assertThat(BudgetAlert.of(NONE, first(0), Reviews.credits())).isEmpty();
    }

    private static Policy.Budget seatsBudget(String usd) {
        return new Policy.Budget(Optional.of(new BigDecimal(usd)), Optional.empty());
    }

    private static Optional<SeatOverview> first(int seats) {
        return overview(Reviews.seats().limit(seats).toList());
    }

    private static Optional<SeatOverview> overview(List<SeatFacts> seats) {
        return Optional.of(SeatOverview.of(seats, Policy.DEFAULTS.seats(), Reviews.NOW));
    }
}
