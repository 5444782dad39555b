package dev.flightlog.cost;

import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Optional;

/** Says how much of a limit is used: the same words in alert, post, check, digest, answer and page. Plain text. */
public final class LimitWords {
    /** Why nothing is projected, where use was stopped so long that the days beside it show no pace. */
    public static final String PACE_NOT_KNOWN =
            "where the month will end is not known, because a budget on GitHub stopped use on too many of the last days";

    private LimitWords() {}

    /**
     * "92 % of the month's pool of AI credits is used: 104,880 of 114,000, on course for 131,000 by Nov 30." Of a budget for
     * each person only the threshold is shown: how much somebody used is nobody else's business.
     */
    public static String sentence(LimitUse use, YearMonth month) {
        return switch (use.limit()) {
            case SpendingLimit.EachPerson each ->
                somebody(use) + " of " + name(each) + ": " + amount(each, each.amount()) + " a month.";
            case SpendingLimit.OwnBudgets own -> somebody(use) + " of " + name(own) + ".";
            case SpendingLimit.Pool _, SpendingLimit.PolicyBudget _, SpendingLimit.GitHubBudget _ ->
                shareFirst(use) + " of " + name(use.limit()) + " is used" + ifOwn(use.limit()) + ": "
                        + amounts(use)
                        + toCome(use)
                                .map(end -> ", on course for " + projected(use, end) + " by "
                                        + Dates.day(month.atEndOfMonth()))
                                .orElse("")
                        + butStops(use)
                        + basis(use.limit()) + ".";
        };
    }

    /**
     * The same for a text that is not edited when more of the month is known, and that shows the month's projection
     * elsewhere: "92 % of the month's pool of AI credits was used by Nov 27: 104,880 of 114,000, on course beyond it."
     */
    public static String ofItsDay(LimitUse use, CreditMonth credits) {
        String ofTheMonth = "In " + Dates.monthName(credits.month()) + " ";
        return switch (use.limit()) {
            case SpendingLimit.EachPerson _, SpendingLimit.OwnBudgets _ -> {
                String sentence = sentence(use, credits.month());
                String somebody = Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
                yield credits.dataThrough()
                        .map(day -> "By " + Dates.day(day) + " " + somebody.replaceFirst(" has used ", " had used "))
                        .orElse(ofTheMonth + somebody);
            }
            case SpendingLimit.GitHubBudget budget ->
                ofTheMonth + share(use) + " of " + name(budget) + " is used: " + amounts(use) + beyond(use)
                        + basis(budget) + ".";
            case SpendingLimit.Pool _, SpendingLimit.PolicyBudget _ ->
                credits.dataThrough()
                                .map(day ->
                                        shareFirst(use) + " of " + name(use.limit()) + " was used by " + Dates.day(day))
                                .orElseGet(() -> ofTheMonth + share(use) + " of " + name(use.limit()) + " is used")
                        + ifOwn(use.limit()) + ": " + amounts(use) + beyond(use) + butStops(use) + ".";
        };
    }

    private static String amounts(LimitUse use) {
        return usedOf(use) + " of " + amount(use, use.limit().amount());
    }

    /** What is used, never rounded up to a limit that is not reached. */
    private static String usedOf(LimitUse use) {
        BigDecimal most = use.limit().amount();
        String words = amount(use, use.used());
        return use.used().compareTo(most) < 0 && words.equals(amount(use, most))
                ? amount(use, use.used().setScale(digits(use.limit().kind()), RoundingMode.DOWN))
                : words;
    }

    private static int digits(SpendingLimit.Kind limit) {
        return switch (limit) {
            case POOL, POLICY_BUDGET -> 0;
            case GITHUB_BUDGET, EACH_PERSON, OWN_BUDGETS -> 2;
        };
    }

    /** What is used up is beyond it already. */
    private static String beyond(LimitUse use) {
        BigDecimal most = use.limit().amount();
        return use.used().compareTo(most) < 0
                        && use.projected()
                                .filter(end -> end.compareTo(most) > 0)
                                .isPresent()
                ? ", on course beyond it"
                : "";
    }

    /** Once use is stopped nothing is to come. */
    private static Optional<BigDecimal> toCome(LimitUse use) {
        return use.projected()
                .filter(_ -> use.stop()
                        .filter(stop -> stop.certainty() == UseStop.Certainty.IN_FORCE)
                        .isEmpty());
    }

    private static String butStops(LimitUse use) {
        return use.stop()
                .map(stop -> stop.certainty() == UseStop.Certainty.IN_FORCE ? "; " + stop(stop) : ", but " + stop(stop))
                .orElse("");
    }

    /** How it is known what was bought, where GitHub's bill does not say so. */
    private static String basis(SpendingLimit limit) {
        return switch (limit) {
            case SpendingLimit.GitHubBudget(var _, BoughtCredits.Estimated _) -> "; estimated from the usage reports";
            case SpendingLimit.GitHubBudget(var _, BoughtCredits.AheadOfBill(var _, BigDecimal billed)) ->
                "; estimated from the usage reports, while GitHub's bill says " + Numbers.usd(billed) + " so far";
            case SpendingLimit.GitHubBudget(var _, BoughtCredits.Billed _),
                    SpendingLimit.Pool _,
                    SpendingLimit.PolicyBudget _,
                    SpendingLimit.EachPerson _,
                    SpendingLimit.OwnBudgets _ -> "";
        };
    }

    /** "use stops at the pool's end", where owners let so many US dollars be spent beyond it; "may stop" where that is not sure. */
    public static String stop(UseStop stop) {
        boolean pool = stop.usd() == 0;
        return switch (stop.certainty()) {
                    case FORESEEN -> "use stops at ";
                    case POSSIBLE -> "use may stop at ";
                    case IN_FORCE -> pool ? "use is stopped at " : "use is stopped by ";
                }
                + (pool ? "the pool's end" : "GitHub's budget of " + Numbers.usd(BigDecimal.valueOf(stop.usd())));
    }

    private static String somebody(LimitUse use) {
        return use.highest()
                .map(threshold -> "Somebody has used " + orMore(threshold))
                .orElse("Nobody has used 75 % or more");
    }

    private static String orMore(LimitUse.Threshold threshold) {
        return switch (threshold) {
            case THREE_QUARTERS, NINE_TENTHS -> threshold.percent() + " % or more";
            case WHOLE -> "all";
        };
    }

    /** "27.4 %" of the own pool, "at least" where days lack; none without a pool of one's own or a day with data. */
    public static Optional<String> shareOfPool(CostOfMonth cost) {
        return cost.shareOfPool()
                .map(share -> (cost.atLeast() ? "at least " : "") + Numbers.percentDown(share, BigDecimal.ONE));
    }

    /** What is used of a limit: "27.4 %", "at least" where days lack. */
    public static String share(LimitUse use) {
        return (use.atLeast() ? "at least " : "")
                + Numbers.percentDown(use.used(), use.limit().amount());
    }

    private static String shareFirst(LimitUse use) {
        String share = share(use);
        return Character.toUpperCase(share.charAt(0)) + share.substring(1);
    }

    /** "the month's pool of AI credits (27.4 %)"; of a budget for people not how much of it somebody used. */
    public static String inAList(LimitUse use) {
        return switch (use.limit()) {
            case SpendingLimit.Pool _, SpendingLimit.GitHubBudget _, SpendingLimit.PolicyBudget _ ->
                name(use.limit()) + " (" + share(use) + ")";
            case SpendingLimit.EachPerson _, SpendingLimit.OwnBudgets _ -> name(use.limit());
        };
    }

    /** As {@link #name}, for a row of a table. */
    public static String inARow(SpendingLimit limit) {
        return name(limit) + ifOwn(limit);
    }

    /** "the month's pool of AI credits". */
    public static String name(SpendingLimit limit) {
        return switch (limit) {
            case SpendingLimit.Pool _ -> "the month's pool of AI credits";
            case SpendingLimit.PolicyBudget _ -> "the policy's budget for AI credits";
            case SpendingLimit.GitHubBudget _ -> "GitHub's budget for AI credits beyond the pool";
            case SpendingLimit.EachPerson _ -> "GitHub's budget for each person's AI credits";
            case SpendingLimit.OwnBudgets _ -> "a budget on GitHub for one person's AI credits";
        };
    }

    /** "the pool", for a title. */
    public static String briefly(SpendingLimit.Kind limit) {
        return switch (limit) {
            case POOL -> "the pool";
            case POLICY_BUDGET -> "the policy's budget";
            case GITHUB_BUDGET -> "GitHub's budget";
            case EACH_PERSON -> "GitHub's budget for each person";
            case OWN_BUDGETS -> "a person's own budget";
        };
    }

    /** What stops, and what costs money, when it is used up. */
    public static String then(SpendingLimit limit) {
        return switch (limit) {
            case SpendingLimit.Pool(var _, var _, AfterPool after) -> then(after);
            case SpendingLimit.PolicyBudget _ -> "Nothing stops: the policy's budget only warns.";
            case SpendingLimit.GitHubBudget(var budget, var _) ->
                budget.stopsUse()
                        ? "GitHub stops use beyond the pool."
                        : "This budget stops nothing: credits beyond it cost 0.01 USD each.";
            case SpendingLimit.EachPerson _, SpendingLimit.OwnBudgets _ ->
                "GitHub stops the use of whoever reaches it, also inside the pool.";
        };
    }

    private static String then(AfterPool after) {
        return switch (after) {
            case AfterPool.Bought _ ->
                "Each credit beyond the pool is bought for 0.01 USD; no budget on GitHub stops it.";
            case AfterPool.MayStopInPart _ ->
                "Each credit beyond the pool is bought for 0.01 USD; a budget on GitHub may stop a part of the use.";
            case AfterPool.BoughtBeyondZero _ ->
                "Each credit beyond the pool is bought for 0.01 USD: GitHub's budget of 0 USD stops nothing.";
            case AfterPool.StopsAt(long usd) ->
                usd == 0
                        ? "Use stops: GitHub's budget of 0 USD lets no credit beyond the pool be bought."
                        : "Each credit beyond the pool is bought for 0.01 USD, until GitHub's budget of "
                                + Numbers.usd(BigDecimal.valueOf(usd)) + " stops use.";
            case AfterPool.NotKnown _ ->
                "Each credit beyond the pool is bought for 0.01 USD, unless a budget on GitHub stops it.";
        };
    }

    /** Of an enterprise that is billed another pool counts, and not this one. */
    private static String ifOwn(SpendingLimit limit) {
        return limit instanceof SpendingLimit.Pool(var _, Biller biller, var _) && biller == Biller.UNKNOWN
                ? ", if the organization is billed itself"
                : "";
    }

    /** "104,880", or "460 USD" for a budget of GitHub's. */
    public static String amount(LimitUse use, BigDecimal amount) {
        return amount(use.limit(), amount);
    }

    /** What is used so far, for a cell of a table. */
    public static String used(LimitUse use) {
        return usedOf(use) + (basis(use.limit()).isEmpty() ? "" : " (estimate)");
    }

    /** As {@link #amount(LimitUse, BigDecimal)}, of an amount by the end of the month: cents of it say nothing. */
    public static String projected(LimitUse use, BigDecimal end) {
        return switch (use.limit().kind()) {
            case GITHUB_BUDGET, EACH_PERSON -> Numbers.wholeUsd(end);
            case POOL, POLICY_BUDGET, OWN_BUDGETS -> amount(use, end);
        };
    }

    /** As {@link #amount(LimitUse, BigDecimal)}. */
    public static String amount(SpendingLimit limit, BigDecimal amount) {
        return amount(limit.kind(), amount);
    }

    /** As {@link #amount(LimitUse, BigDecimal)}. */
    public static String amount(SpendingLimit.Kind limit, BigDecimal amount) {
        return switch (limit) {
            case POOL, POLICY_BUDGET ->
                Numbers.count(amount.setScale(0, RoundingMode.HALF_UP).longValue());
            case GITHUB_BUDGET, EACH_PERSON -> Numbers.usd(amount);
            case OWN_BUDGETS -> Numbers.percent(amount.doubleValue() / 100);
        };
    }
}
