package dev.flightlog.check;

import dev.flightlog.cost.CreditMonth;
import dev.flightlog.policy.Policy;
import dev.flightlog.seat.SeatOverview;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A reason why the money that Copilot costs needs a decision; decided here for the real check and for dry runs. */
sealed interface BudgetAlert {
    /** Idle spend up to this share of the bill is no alarm: a tenth. */
    BigDecimal SHARES = BigDecimal.TEN;

    /** The seats cost more than the policy allows; US dollars a month. */
    record SeatsBudgetPassed(BigDecimal budgetUsd, BigDecimal costUsd) implements BudgetAlert {}

    /** More AI credits were used this month than the policy allows. */
    record CreditsBudgetPassed(BigDecimal budget, BigDecimal used) implements BudgetAlert {}

    /** More than a tenth of the bill is spent for nothing; US dollars a month. */
    record IdleSpendHigh(BigDecimal idleUsd, BigDecimal costUsd) implements BudgetAlert {}

    /** Every reason that holds, budgets first; none when all is well. Seats that are not known are none. */
    static List<BudgetAlert> of(Policy.Budget budget, Optional<SeatOverview> seats, CreditMonth credits) {
        List<BudgetAlert> alarms = new ArrayList<>();
        seats.ifPresent(held -> budget.seatsUsdPerMonth()
                .filter(limit -> held.costUsd().compareTo(limit) > 0)
                .ifPresent(limit -> alarms.add(new SeatsBudgetPassed(limit, held.costUsd()))));
        budget.aiCreditsPerMonth()
                .map(BigDecimal::valueOf)
                .filter(limit -> credits.used().compareTo(limit) > 0)
                .ifPresent(limit -> alarms.add(new CreditsBudgetPassed(limit, credits.used())));
        seats.filter(held -> held.idleUsd().multiply(SHARES).compareTo(held.costUsd()) > 0)
                .ifPresent(held -> alarms.add(new IdleSpendHigh(held.idleUsd(), held.costUsd())));
        return alarms;
    }
}
