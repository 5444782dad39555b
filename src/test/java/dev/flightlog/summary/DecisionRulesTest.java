package dev.flightlog.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.policy.Policy;
import dev.flightlog.seat.SeatPlan;
import dev.flightlog.seat.SeatState;
import dev.flightlog.summary.NeedsDecision.CreditBudgetInDanger;
import dev.flightlog.summary.NeedsDecision.CreditBudgetPassed;
import dev.flightlog.summary.NeedsDecision.Idle;
import dev.flightlog.summary.NeedsDecision.MetricsPolicyOff;
import dev.flightlog.summary.NeedsDecision.SeatBudgetPassed;
import dev.flightlog.summary.NeedsDecision.TeamFell;
import dev.flightlog.summary.SeatFigures.IdleSeats;
import dev.flightlog.summary.text.Weeks;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionRulesTest {
    private static final IdleSeats IDLE = new IdleSeats(1, Weeks.usd(19), 1, Weeks.usd(19));

    @Test
    void nothingToDecideWhenAllIsWell() {
        assertThat(decide(IdleSeats.NONE, 20, 40_000L, "100", "300", 10, 9)).isEmpty();
    }

    @Test
    void accessComesFirstThenMoneyThenTeams() {
        List<NeedsDecision> decisions = DecisionRules.decide(
                List.of(new MetricsPolicyOff()), seats(20, IDLE), credits(10L, "11", "30"), teams(10, 5), policy(379L));

        assertThat(decisions)
                .containsExactly(
                        new MetricsPolicyOff(),
                        new SeatBudgetPassed(Weeks.usd(380), Weeks.usd(379)),
                        new CreditBudgetPassed(new BigDecimal("11"), 10),
                        new Idle(IDLE),
                        new TeamFell("web", "Web", 10, 5));
    }

    @Test
    void theBudgetItselfMayBeUsedUp() {
        assertThat(decide(IdleSeats.NONE, 20, 100L, "100", "100", 10, 10)).isEmpty();
        assertThat(decide(IdleSeats.NONE, 20, 100L, "99", "100.5", 10, 10))
                .containsExactly(new CreditBudgetInDanger(new BigDecimal("100.5"), 100));
    }

    @Test
    void aTeamFallsByMoreThanTwoFifthsOfAtLeastFivePeople() {
        assertThat(decide(IdleSeats.NONE, 20, null, "0", null, 10, 6)).isEmpty();
        assertThat(decide(IdleSeats.NONE, 20, null, "0", null, 4, 0))
                .as("noise")
                .isEmpty();
        assertThat(decide(IdleSeats.NONE, 20, null, "0", null, null, 0)).isEmpty();
        assertThat(decide(IdleSeats.NONE, 20, null, "0", null, 5, 2)).hasSize(1);
    }

    private static List<NeedsDecision> decide(
            IdleSeats idle,
            int seats,
            @Nullable Long budget,
            String used,
            @Nullable String projected,
            @Nullable Integer before,
            int now) {
        return DecisionRules.decide(
                List.of(), seats(seats, idle), credits(budget, used, projected), teams(before, now), policy(380L));
    }

    private static SeatFigures seats(int count, IdleSeats idle) {
        return Weeks.seats(Map.of(SeatState.ACTIVE, count), SeatPlan.BUSINESS, idle);
    }

    private static CreditFigures credits(@Nullable Long budget, String used, @Nullable String projected) {
        return new CreditFigures(
                new BigDecimal(used),
                null,
                38_000L,
                projected == null ? null : new BigDecimal(projected),
                budget,
                null,
                List.of());
    }

    private static TeamFigures teams(@Nullable Integer before, int now) {
        return Weeks.teams(List.of(Weeks.team("Web", 12, now, before, 1, 2, 3)), 0);
    }

    private static Policy policy(long seatBudget) {
        Policy policy = Policy.DEFAULTS;
        return new Policy(
                policy.summary(),
                policy.seats(),
                policy.reviews(),
                new Policy.Budget(Optional.of(Weeks.usd(seatBudget)), Optional.empty()),
                policy.privacy(),
                policy.access(),
                policy.commands());
    }
}
