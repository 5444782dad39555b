package dev.flightlog.cost;

import dev.flightlog.cost.LimitUse.Threshold;
import dev.flightlog.seat.SeatCost;
import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * Something about money that needs a decision. The weekly post, the check {@code Flightlog / seats}, its dry run and
 * {@code /copilot cost} say the same, each in its place.
 */
public sealed interface CostFinding {
    /** Seats cost more than the policy's budget of US dollars a month, also without those whose price is not known. */
    record SeatsOverBudget(SeatCost cost, BigDecimal budgetUsd) implements CostFinding {
        public SeatCost over() {
            return new SeatCost(cost.usd().subtract(budgetUsd), cost.unpriced());
        }
    }

    /** More AI credits were used in the month than the policy's budget. */
    record CreditsOverBudget(BigDecimal used, BigDecimal budget, YearMonth month) implements CostFinding {}

    /** The month's AI credits are on the way over the budget, of which less is used than people are warned of. */
    record CreditsOnCourse(BigDecimal projected, BigDecimal budget, YearMonth month) implements CostFinding {}

    /**
     * Some seats are idle.
     *
     * @param cost what all seats cost a month
     */
    record SeatsIdle(int seats, SeatCost cost, IdleSaving saving) implements CostFinding {}

    /**
     * So much of the pool or of a budget is used that somebody should look before it is used up; or use will be stopped
     * before the month's end.
     */
    record LimitNear(LimitUse use, CreditMonth credits) implements CostFinding {}

    /** What it is about, whatever the amounts: two findings of one subject tell of the same budget, pool or seats. */
    default String subject() {
        return switch (this) {
            case SeatsOverBudget _ -> "seats";
            case CreditsOverBudget(var _, BigDecimal budget, var _) -> new SpendingLimit.PolicyBudget(budget).source();
            case CreditsOnCourse(var _, BigDecimal budget, var _) -> new SpendingLimit.PolicyBudget(budget).source();
            case LimitNear near -> near.use().limit().source();
            case SeatsIdle _ -> "idle seats";
        };
    }

    /**
     * Whether it asks for action now: a budget is exceeded, use stops, or giving back idle seats could save more than
     * a tenth of what the seats cost. Not where nobody knows what they cost.
     */
    default boolean urgent() {
        return switch (this) {
            case SeatsOverBudget _, CreditsOverBudget _ -> true;
            case CreditsOnCourse _ -> false;
            case LimitNear near ->
                near.use().limit().stopsOrCostsAtOnce()
                        && near.use().highest().filter(Threshold.WHOLE::equals).isPresent();
            case SeatsIdle idle ->
                idle.cost()
                        .whole()
                        .filter(usd ->
                                idle.saving().mostUsd().multiply(BigDecimal.TEN).compareTo(usd) > 0)
                        .isPresent();
        };
    }
}
