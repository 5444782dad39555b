package dev.flightlog.cost;

import dev.flightlog.copilot.Budget;
import dev.flightlog.text.Numbers;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/** Says what one of GitHub's budgets covers, how much it is, and whether it stops use. Plain text without names. */
public final class GitHubBudgetWords {
    /**
     * Products that are sold by use alone, never by licence; the names of their SKUs start with the product's.
     * See https://docs.github.com/en/billing/reference/product-and-sku-names (seen 2026-11-29).
     */
    private static final Set<String> METERED = Set.of("actions", "packages", "codespaces", "git_lfs", "models");

    private GitHubBudgetWords() {}

    /** "AI credits beyond the pool", "the product actions of one repository". */
    public static String covers(Budget budget) {
        return what(budget) + whose(budget);
    }

    private static String what(Budget budget) {
        if (budget.ofAiCredits()) {
            return "AI credits";
        }
        String sku = budget.sku().isEmpty() ? "something that GitHub does not name" : budget.sku();
        return switch (budget.type()) {
            case BUNDLE -> "the bundle " + sku;
            case PRODUCT -> "the product " + sku;
            case SKU, OTHER -> sku;
        };
    }

    /** A person's budget counts from the first credit on, the organization's only what is bought beyond the pool. */
    private static String whose(Budget budget) {
        return switch (budget.scope()) {
            case ORGANIZATION -> budget.ofAiCredits() ? " of the organization beyond the pool" : " of the organization";
            case REPOSITORY -> " of one repository";
            case MULTI_USER_CUSTOMER -> " of each person" + alsoInThePool(budget);
            case USER -> " of one person" + alsoInThePool(budget);
            case ENTERPRISE -> " of the enterprise";
            case COST_CENTER -> " of one cost center";
            case MULTI_USER_COST_CENTER -> " of each person of a cost center" + alsoInThePool(budget);
            case OTHER -> ", for whom GitHub says in a word that is not known here";
        };
    }

    private static String alsoInThePool(Budget budget) {
        return budget.ofAiCredits() ? ", also inside the pool" : "";
    }

    /**
     * "500 USD a month"; of a product sold by licence, and of one not known here, it may be a number of licences, which
     * GitHub does not mark.
     */
    public static String amount(Budget budget) {
        return budget.ofAiCredits()
                ? Numbers.usd(BigDecimal.valueOf(budget.amount())) + " a month"
                        + (budget.amount() == 0 ? none(budget) : "")
                : isMetered(budget.sku())
                        ? Numbers.usd(BigDecimal.valueOf(budget.amount())) + " a month"
                        : Numbers.count(budget.amount()) + " USD a month, or that many licences";
    }

    private static boolean isMetered(String sku) {
        String lower = sku.toLowerCase(Locale.ROOT);
        return METERED.stream().anyMatch(product -> lower.equals(product) || lower.startsWith(product + "_"));
    }

    /** A budget of zero is never used up, so nobody is warned of it: what it does is said here. */
    private static String none(Budget budget) {
        return switch (budget.scope()) {
            case MULTI_USER_CUSTOMER, MULTI_USER_COST_CENTER -> ", so that none of them may use any";
            case USER -> ", so that this person may use none";
            case ORGANIZATION, REPOSITORY, ENTERPRISE, COST_CENTER, OTHER -> "";
        };
    }

    /** What happens when it is reached. */
    public static String effect(Budget budget) {
        return (budget.endsUse() ? "stops use" : "stops nothing")
                + (budget.notifies() ? ", GitHub notifies" : budget.endsUse() ? "" : ", and GitHub notifies nobody");
    }
}
