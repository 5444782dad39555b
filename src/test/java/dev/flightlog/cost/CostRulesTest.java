package dev.flightlog.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.cost.CostFinding.CreditsOnCourse;
import dev.flightlog.cost.CostFinding.CreditsOverBudget;
import dev.flightlog.cost.CostFinding.SeatsIdle;
import dev.flightlog.cost.CostFinding.SeatsOverBudget;
import dev.flightlog.policy.Policy;
import dev.flightlog.seat.SeatCost;
import dev.flightlog.seat.SeatFacts;
import dev.flightlog.seat.SeatOverview;
import dev.flightlog.seat.SeatPlan;
import dev.flightlog.seat.SeatRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CostRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void aBudgetIsExceededOnlyAboveIt() {
        assertThat(of(seatsBudget("190"), seats(10, 0), 0, null)).isEmpty();
        assertThat(of(seatsBudget("189.99"), seats(10, 0), 0, null))
                .containsExactly(new SeatsOverBudget(SeatCost.of(new BigDecimal("190")), new BigDecimal("189.99")))
                .allMatch(CostFinding::urgent);
    }

    @Test
    void creditsCountAsTheyAreUsedAndThenAsTheyAreProjected() {
        assertThat(of(creditBudget(100), seats(10, 0), 74, 100L)).isEmpty();
        assertThat(of(creditBudget(100), seats(10, 0), 100, 100L))
                .singleElement()
                .isInstanceOf(CostFinding.LimitNear.class)
                .matches(finding -> !finding.urgent());
        assertThat(of(creditBudget(100), seats(10, 0), 101, 300L))
                .containsExactly(
                        new CreditsOverBudget(BigDecimal.valueOf(101), BigDecimal.valueOf(100), Months.NOVEMBER))
                .allMatch(CostFinding::urgent);
        assertThat(of(creditBudget(100), seats(10, 0), 74, 101L))
                .containsExactly(new CreditsOnCourse(BigDecimal.valueOf(101), BigDecimal.valueOf(100), Months.NOVEMBER))
                .noneMatch(CostFinding::urgent);
    }

    @Test
    void ofAMonthThatIsOverOnlyAnExceededBudgetNeedsADecision() {
        assertThat(CostRules.ofEnded(creditBudget(100), month(101)))
                .containsExactly(
                        new CreditsOverBudget(BigDecimal.valueOf(101), BigDecimal.valueOf(100), Months.NOVEMBER));
        assertThat(CostRules.ofEnded(creditBudget(100), month(100))).isEmpty();
    }

    /** With an idle seat, which is a matter of today. */
    private static CostOfMonth month(long used) {
        return Months.of(
                seats(10, 1),
                Months.credits(100_000, BigDecimal.valueOf(used), BigDecimal.valueOf(used)),
                Billing.ofOrganization(BigDecimal.ZERO));
    }

    /** At 75 % it is nearly always on course over it: how much is used must not be left out because of that. */
    @Test
    void whatIsNearlyUsedUpAndOnCourseOverItIsToldInOneSentence() {
        List<CostFinding> found = of(creditBudget(24_000), seats(10, 0), 22_646, 24_068L);

        assertThat(found).singleElement().isInstanceOfSatisfying(CostFinding.LimitNear.class, near -> {
            assertThat(LimitWords.sentence(near.use(), near.credits().month()))
                    .isEqualTo(
                            "94.3\u00A0% of the policy's budget for AI credits is used: 22,646 of 24,000, on course for"
                                    + " 24,068 by Nov 30.");
            assertThat(LimitWords.ofItsDay(near.use(), near.credits()))
                    .isEqualTo("94.3\u00A0% of the policy's budget for AI credits was used by Nov 20: 22,646 of 24,000,"
                            + " on course beyond it.");
        });
    }

    @Test
    void everyIdleSeatIsAFindingAndMoreThanATenthOfTheBillIsUrgent() {
        assertThat(of(noBudget(), seats(10, 1), 0, null))
                .hasSize(1)
                .allMatch(SeatsIdle.class::isInstance)
                .noneMatch(CostFinding::urgent);
        assertThat(of(noBudget(), seats(10, 2), 0, null)).hasSize(1).allMatch(CostFinding::urgent);
    }

    /** 5 of 10 seats cost half of the bill, but the credits that they bring are used: nothing would be saved. */
    @Test
    void idleSeatsThatSaveNothingAreNotUrgent() {
        assertThat(of(noBudget(), seats(10, 5), 0, 50_000L)).singleElement().matches(CostFinding::urgent);
        assertThat(of(noBudget(), seats(10, 5), 0, 200_000L)).singleElement().satisfies(finding -> {
            assertThat(((SeatsIdle) finding).saving().all().condition()).isEqualTo(Saving.Condition.CREDITS_USED_UP);
            assertThat(finding.urgent()).isFalse();
        });
    }

    @Test
    void seatsThatAreNotKnownGiveNoFinding() {
        assertThat(CostRules.of(seatsBudget("1"), Months.of(Months.credits(0, BigDecimal.ZERO, null), Billing.UNKNOWN)))
                .isEmpty();
    }

    private static List<CostFinding> of(Policy.Budget budget, SeatOverview seats, long used, @Nullable Long projected) {
        return CostRules.of(
                budget,
                Months.of(
                        seats,
                        Months.credits(
                                100_000,
                                BigDecimal.valueOf(used),
                                projected == null ? null : BigDecimal.valueOf(projected)),
                        Billing.ofOrganization(BigDecimal.ZERO)));
    }

    private static SeatOverview seats(int all, int idle) {
        List<SeatFacts> seats = new ArrayList<>();
        for (int number = 0; number < all; number++) {
            seats.add(new SeatFacts(
                    number,
                    "person-" + number,
                    Instant.parse("2026-01-05T10:00:00Z"),
                    SeatPlan.BUSINESS,
                    Optional.empty(),
                    Optional.of(number < idle ? Instant.parse("2026-02-05T10:00:00Z") : NOW),
                    Optional.empty(),
                    Set.of(),
                    Optional.empty()));
        }
        return SeatOverview.of(seats, SeatRules.DEFAULTS, NOW);
    }

    private static Policy.Budget noBudget() {
        return new Policy.Budget(Optional.empty(), Optional.empty());
    }

    private static Policy.Budget seatsBudget(String usd) {
        return new Policy.Budget(Optional.of(new BigDecimal(usd)), Optional.empty());
    }

    private static Policy.Budget creditBudget(long credits) {
        return new Policy.Budget(Optional.empty(), Optional.of(credits));
    }
}
