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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decides what about money needs a decision: the one rule for posts, checks, dry runs and answers. Pure. */
public final class CostRules {
    private static final Comparator<LimitNear> WORST_FIRST = Comparator.comparing((LimitNear near) -> !near.urgent())
            .thenComparing(
                    near -> near.use()
                            .highest()
                            .map(LimitUse.Threshold::percent)
                            .orElse(0),
                    Comparator.reverseOrder());

    private CostRules() {}

    /**
     * Every finding, budgets first and idle seats last; of limits what stops use or is used most first. Seats that are not
     * known give none. What is over the policy's budget is warned of once; so is what is on the way there, by how much of it is
     * used once that is enough to warn of.
     */
    public static List<CostFinding> of(Policy.Budget inForce, CostOfMonth cost) {
        Policy.Budget budget = cost.budget(inForce);
        List<CostFinding> findings = new ArrayList<>();
        cost.seats().flatMap(held -> seats(budget, held)).ifPresent(findings::add);
        Optional<CostFinding> credits =
                budget.aiCreditsPerMonth().map(BigDecimal::valueOf).flatMap(limit -> credits(cost, limit));
        List<LimitNear> near = LimitUse.of(inForce, cost).stream()
                .filter(use -> use.highest().isPresent() || use.stop().isPresent())
                .filter(use -> !(credits.isPresent()
                        && credits.get() instanceof CreditsOverBudget
                        && use.limit() instanceof SpendingLimit.PolicyBudget))
                .map(use -> new LimitNear(use, cost.credits()))
                .sorted(WORST_FIRST)
                .toList();
        boolean policyIsNear =
                near.stream().anyMatch(limit -> limit.use().limit() instanceof SpendingLimit.PolicyBudget);
        near.stream().filter(CostFinding::urgent).forEach(findings::add);
        credits.filter(_ -> !policyIsNear).ifPresent(findings::add);
        near.stream().filter(limit -> !limit.urgent()).forEach(findings::add);
        cost.seats()
                .filter(held -> held.idleSeats() > 0)
                .ifPresent(held -> findings.add(
                        new SeatsIdle(held.idleSeats(), held.cost(), IdleSaving.of(held, cost.poolUse()))));
        return findings;
    }

    /** What a month that is over says of the policy's budget: only that it was exceeded still needs a decision. */
    public static List<CostFinding> ofEnded(Policy.Budget inForce, CostOfMonth cost) {
        return of(inForce, cost).stream()
                .filter(CreditsOverBudget.class::isInstance)
                .toList();
    }

    private static Optional<CostFinding> seats(Policy.Budget budget, SeatOverview held) {
        return budget.seatsUsdPerMonth()
                .filter(limit -> held.cost().usd().compareTo(limit) > 0)
                .map(limit -> new SeatsOverBudget(held.cost(), limit));
    }

    /** What a budget on GitHub does not let be used is no course. */
    private static Optional<CostFinding> credits(CostOfMonth cost, BigDecimal limit) {
        CreditMonth credits = cost.credits();
        if (credits.used().compareTo(limit) > 0) {
            return Optional.of(new CreditsOverBudget(credits.used(), limit, credits.month()));
        }
        return cost.expected()
                .filter(projected -> projected.compareTo(limit) > 0)
                .map(projected -> new CreditsOnCourse(projected, limit, credits.month()));
    }
}
