package dev.flightlog.cost;

import dev.flightlog.cost.CostFinding.CreditsOnCourse;
import dev.flightlog.cost.CostFinding.CreditsOverBudget;
import dev.flightlog.cost.CostFinding.LimitNear;
import dev.flightlog.cost.CostFinding.SeatsIdle;
import dev.flightlog.cost.CostFinding.SeatsOverBudget;
import dev.flightlog.policy.Policy;
import dev.flightlog.seat.SeatOverview;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what about money needs a decision: the one rule for posts, checks, dry runs and answers. Pure. */
public final class CostRules {
    private CostRules() {}

    /**
     * Every finding, budgets first and idle seats last. Seats that are not known give none; what is over the policy's budget,
     * or on the way there, is told once.
     */
    public static List<CostFinding> of(Policy.Budget budget, CostOfMonth cost) {
        List<CostFinding> findings = new ArrayList<>();
        cost.seats().flatMap(held -> seats(budget, held)).ifPresent(findings::add);
        Optional<CostFinding> credits =
                budget.aiCreditsPerMonth().map(BigDecimal::valueOf).flatMap(limit -> credits(cost.credits(), limit));
        credits.ifPresent(findings::add);
        LimitUse.of(budget, cost).stream()
                .filter(use -> use.highest().isPresent())
                .filter(use -> credits.isEmpty() || !(use.limit() instanceof SpendingLimit.PolicyBudget))
                .map(use -> new LimitNear(use, cost.credits().month()))
                .forEach(findings::add);
        cost.seats()
                .filter(held -> held.idleSeats() > 0)
                .ifPresent(held -> findings.add(new SeatsIdle(
                        held.idleSeats(), held.idleUsd(), held.costUsd(), IdleSaving.of(held, cost.poolUse()))));
        return findings;
    }

    private static Optional<CostFinding> seats(Policy.Budget budget, SeatOverview held) {
        return budget.seatsUsdPerMonth()
                .filter(limit -> held.costUsd().compareTo(limit) > 0)
                .map(limit -> new SeatsOverBudget(held.costUsd(), limit));
    }

    private static Optional<CostFinding> credits(CreditMonth credits, BigDecimal limit) {
        if (credits.used().compareTo(limit) > 0) {
            return Optional.of(new CreditsOverBudget(credits.used(), limit));
        }
        return credits.projected()
                .filter(projected -> projected.compareTo(limit) > 0)
                .map(projected -> new CreditsOnCourse(projected, limit));
    }
}
