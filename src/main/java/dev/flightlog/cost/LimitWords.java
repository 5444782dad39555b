package dev.flightlog.cost;

import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;

/** Says how much of a limit is used: the same words in alert, post, check, digest, answer and page. Plain text. */
public final class LimitWords {
    private LimitWords() {}

    /** "92 % of the month's pool of AI credits is used: 104,880 of 114,000, on course for 131,000 by Nov 30." */
    public static String sentence(LimitUse use, YearMonth month) {
        return Numbers.percent(use.share()) + " of " + name(use.limit()) + " is used: " + amount(use, use.used())
                + " of " + amount(use, use.limit().amount())
                + use.projected()
                        .map(end -> ", on course for " + amount(use, end) + " by " + Dates.day(month.atEndOfMonth()))
                        .orElse("")
                + ".";
    }

    /** "the month's pool of AI credits". */
    public static String name(SpendingLimit limit) {
        return switch (limit) {
            case SpendingLimit.Pool _ -> "the month's pool of AI credits";
            case SpendingLimit.PolicyBudget _ -> "the policy's budget for AI credits";
            case SpendingLimit.GitHubBudget _ -> "GitHub's budget for AI credits beyond the pool";
        };
    }

    /** "the pool", for a title. */
    public static String briefly(SpendingLimit limit) {
        return switch (limit) {
            case SpendingLimit.Pool _ -> "the pool";
            case SpendingLimit.PolicyBudget _ -> "the policy's budget";
            case SpendingLimit.GitHubBudget _ -> "GitHub's budget";
        };
    }

    /** What stops, and what costs money, when it is used up. */
    public static String then(SpendingLimit limit) {
        return switch (limit) {
            case SpendingLimit.Pool _ ->
                "Each credit beyond the pool is bought for 0.01 USD, unless a budget on GitHub stops it.";
            case SpendingLimit.PolicyBudget _ -> "Nothing stops: the policy's budget only warns.";
            case SpendingLimit.GitHubBudget(var budget) ->
                budget.stopsUse()
                        ? "GitHub stops use beyond the pool."
                        : "Nothing stops: credits go on being bought for 0.01 USD each.";
        };
    }

    /** "104,880", or "460 USD" for a budget of GitHub's. */
    public static String amount(LimitUse use, BigDecimal amount) {
        return amount(use.limit(), amount);
    }

    /** As {@link #amount(LimitUse, BigDecimal)}. */
    public static String amount(SpendingLimit limit, BigDecimal amount) {
        return switch (limit) {
            case SpendingLimit.Pool _, SpendingLimit.PolicyBudget _ ->
                Numbers.count(amount.setScale(0, RoundingMode.HALF_UP).longValue());
            case SpendingLimit.GitHubBudget _ -> Numbers.usd(amount);
        };
    }
}
