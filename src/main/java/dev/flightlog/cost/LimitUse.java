package dev.flightlog.cost;

import dev.flightlog.policy.Policy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How much of a limit a month has used.
 *
 * @param used in the limit's unit
 * @param projected by the end of the month, in the limit's unit; of the pool as if nothing stopped use; none where that is
 *     not known
 * @param expected as {@code projected}, but never more than what a budget on GitHub lets be used
 * @param stop that use is stopped before the month's end; of the pool only
 * @param atLeast whether days lack in {@code used}
 */
public record LimitUse(
        SpendingLimit limit,
        BigDecimal used,
        Optional<BigDecimal> projected,
        Optional<BigDecimal> expected,
        Optional<UseStop> stop,
        boolean atLeast) {
    /** Where nothing stops use, and nothing lacks. */
    public LimitUse(SpendingLimit limit, BigDecimal used, Optional<BigDecimal> projected) {
        this(limit, used, projected, projected, Optional.empty(), false);
    }

    public LimitUse {
        if (limit.amount().signum() <= 0) {
            throw new IllegalArgumentException("a limit is above zero, but is " + limit);
        }
    }

    /** At which part of a limit people are warned. */
    public enum Threshold {
        THREE_QUARTERS(75),
        NINE_TENTHS(90),
        WHOLE(100);

        private final int percent;

        Threshold(int percent) {
            this.percent = percent;
        }

        public int percent() {
            return percent;
        }
    }

    /** Every threshold that is reached, the lowest first. */
    public List<Threshold> reached() {
        BigDecimal hundredfold = used.multiply(BigDecimal.valueOf(100));
        return Arrays.stream(Threshold.values())
                .filter(threshold ->
                        hundredfold.compareTo(limit.amount().multiply(BigDecimal.valueOf(threshold.percent()))) >= 0)
                .toList();
    }

    /** The highest threshold that is reached. */
    public Optional<Threshold> highest() {
        List<Threshold> reached = reached();
        return reached.isEmpty() ? Optional.empty() : Optional.of(reached.getLast());
    }

    /** Whether the lowest threshold is reached, or will be by the end of the month. */
    public boolean nearItsEnd() {
        return highest().isPresent()
                || projected()
                        .filter(end -> !new LimitUse(limit, end, Optional.empty())
                                .reached()
                                .isEmpty())
                        .isPresent();
    }

    /**
     * The limits of a month: the pool, unless the enterprise holds it, the policy's budget, and GitHub's own
     * for the organization, for each person and for single people. A budget of zero is no limit of its own: that of the
     * organization is reached with the pool, whether it stops use or not, which {@link SpendingLimit.Pool} says.
     */
    public static List<LimitUse> of(Policy.Budget inForce, CostOfMonth cost) {
        CreditMonth credits = cost.credits();
        List<LimitUse> uses = new ArrayList<>();
        cost.ownPool().filter(pool -> pool.signum() > 0).ifPresent(pool -> uses.add(ofPool(cost, pool)));
        cost.budget(inForce)
                .aiCreditsPerMonth()
                .map(BigDecimal::valueOf)
                .ifPresent(most -> uses.add(ofPolicy(cost, most)));
        bought(cost)
                .ifPresent(bought -> cost.gitHubBudgets().ofOrganizationsCredits().stream()
                        .filter(github -> github.amount() > 0)
                        .map(github -> new LimitUse(
                                new SpendingLimit.GitHubBudget(github, bought),
                                bought.usd(),
                                toBeBought(cost, bought.usd())))
                        .forEach(uses::add));
        cost.mostOfOnePerson()
                .map(CreditPool::usd)
                .ifPresent(usd -> cost.gitHubBudgets().ofEachPersonsCredits().stream()
                        .filter(github -> github.amount() > 0)
                        .map(github -> new LimitUse(new SpendingLimit.EachPerson(github), usd, Optional.empty()))
                        .forEach(uses::add));
        cost.gitHubBudgets()
                .ownReached(credits.month())
                .map(percent ->
                        new LimitUse(new SpendingLimit.OwnBudgets(), BigDecimal.valueOf(percent), Optional.empty()))
                .ifPresent(uses::add);
        return uses;
    }

    private static LimitUse ofPolicy(CostOfMonth cost, BigDecimal most) {
        Optional<BigDecimal> end = cost.expected().filter(_ -> !cost.over());
        return new LimitUse(
                new SpendingLimit.PolicyBudget(most),
                cost.credits().used(),
                end,
                end,
                Optional.empty(),
                cost.atLeast());
    }

    /** Once credits are bought, the pool is used, also where the usage reports have fewer than it. */
    private static LimitUse ofPool(CostOfMonth cost, BigDecimal pool) {
        CreditMonth credits = cost.credits();
        SpendingLimit limit =
                new SpendingLimit.Pool(pool, cost.biller(), cost.gitHubBudgets().afterPool());
        return cost.billing().buysCredits() && credits.used().compareTo(pool) < 0
                ? new LimitUse(limit, pool, Optional.empty(), Optional.empty(), stopped(cost), false)
                : new LimitUse(
                        limit,
                        credits.used(),
                        toCome(cost),
                        cost.expected().filter(_ -> !cost.over()),
                        cost.stop(),
                        cost.atLeast());
    }

    /** Of a pool that is used up only that use is stopped is worth saying: how far it would go is not known. */
    private static Optional<UseStop> stopped(CostOfMonth cost) {
        return cost.stop().filter(stop -> stop.certainty() == UseStop.Certainty.IN_FORCE);
    }

    /** Credits by the end of the month that runs; of a month that is over nothing is to come. */
    private static Optional<BigDecimal> toCome(CostOfMonth cost) {
        return cost.credits().projected().filter(_ -> !cost.over());
    }

    /** As {@link #toCome}, in US dollars beyond the pool; none where no more is bought than {@code usd}. */
    private static Optional<BigDecimal> toBeBought(CostOfMonth cost, BigDecimal usd) {
        return cost.projectedOverageUsd().filter(end -> !cost.over() && end.compareTo(usd) > 0);
    }

    /**
     * The bill may be behind the usage reports, and the reports know of no credits that are bought for other reasons: the
     * more of both counts, so that nobody is warned too late; a part of a cent is no more. Once the bill is final, it alone
     * is true.
     */
    private static Optional<BoughtCredits> bought(CostOfMonth cost) {
        Optional<BigDecimal> estimate =
                cost.usedBeyondPoolUsd().map(usd -> usd.max(cost.billing().boughtUsd()));
        return cost.billed()
                .<BoughtCredits>map(bill -> {
                    BigDecimal billed = bill.netUsd().max(BigDecimal.ZERO);
                    return estimate.filter(
                                    usd -> !cost.billIsFinal() && cents(usd).compareTo(cents(billed)) > 0)
                            .<BoughtCredits>map(usd -> new BoughtCredits.AheadOfBill(usd, billed))
                            .orElseGet(() -> new BoughtCredits.Billed(billed));
                })
                .or(() -> estimate.map(BoughtCredits.Estimated::new));
    }

    private static BigDecimal cents(BigDecimal usd) {
        return usd.setScale(2, RoundingMode.HALF_UP);
    }
}
