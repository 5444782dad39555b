package dev.flightlog.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.cost.CostFinding;
import dev.flightlog.policy.Policy;
import dev.flightlog.seat.SeatCost;
import dev.flightlog.summary.NeedsDecision.CreditBudgetInDanger;
import dev.flightlog.summary.NeedsDecision.CreditBudgetPassed;
import dev.flightlog.summary.NeedsDecision.Idle;
import dev.flightlog.summary.NeedsDecision.MetricsPolicyOff;
import dev.flightlog.summary.NeedsDecision.SeatBudgetPassed;
import dev.flightlog.summary.NeedsDecision.TeamFell;
import dev.flightlog.summary.SeatFigures.IdleSeats;
import dev.flightlog.summary.text.Weeks;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionRulesTest {
    private static final IdleSeats IDLE = Weeks.idle(1, 19, 1, 19);
    private static final CostFinding IDLE_FOUND =
            new CostFinding.SeatsIdle(2, SeatCost.of(Weeks.usd(380)), Objects.requireNonNull(IDLE.saving()));

    @Test
    void nothingToDecideWhenAllIsWell() {
        assertThat(decide(List.of(), 10, 9)).isEmpty();
    }

    @Test
    void accessComesFirstThenMoneyThenTeams() {
        List<NeedsDecision> decisions = DecisionRules.decide(
                List.of(new MetricsPolicyOff()),
                List.of(
                        new CostFinding.SeatsOverBudget(SeatCost.of(Weeks.usd(380)), Weeks.usd(379)),
                        new CostFinding.CreditsOverBudget(Weeks.usd(11), Weeks.usd(10), YearMonth.of(2026, 11)),
                        new CostFinding.CreditsOnCourse(Weeks.usd(12), Weeks.usd(10), YearMonth.of(2026, 12)),
                        IDLE_FOUND),
                IDLE,
                teams(10, 5),
                Policy.DEFAULTS);

        assertThat(decisions)
                .containsExactly(
                        new MetricsPolicyOff(),
                        new SeatBudgetPassed(Weeks.usd(380), Weeks.usd(379)),
                        new CreditBudgetPassed(Weeks.usd(11), 10, YearMonth.of(2026, 11)),
                        new CreditBudgetInDanger(Weeks.usd(12), 10, YearMonth.of(2026, 12)),
                        new Idle(IDLE),
                        new TeamFell("web", "Web", 10, 5));
    }

    @Test
    void aTeamFallsByMoreThanTwoFifthsOfAtLeastFivePeople() {
        assertThat(decide(List.of(), 10, 6)).isEmpty();
        assertThat(decide(List.of(), 4, 0)).as("noise").isEmpty();
        assertThat(decide(List.of(), null, 0)).isEmpty();
        assertThat(decide(List.of(), 5, 2)).hasSize(1);
    }

    private static List<NeedsDecision> decide(List<CostFinding> findings, @Nullable Integer before, int now) {
        return DecisionRules.decide(List.of(), findings, IDLE, teams(before, now), Policy.DEFAULTS);
    }

    private static TeamFigures teams(@Nullable Integer before, int now) {
        return Weeks.teams(List.of(Weeks.team("Web", 12, now, before, 1, 2, 3)), 0);
    }
}
