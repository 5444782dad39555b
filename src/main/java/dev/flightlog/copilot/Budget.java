package dev.flightlog.copilot;

import java.util.Arrays;
import java.util.Locale;

/**
 * One of GitHub's own budgets.
 *
 * <p>See https://docs.github.com/rest/billing/budgets (seen 2026-11-28).
 *
 * @param sku product or SKU that it covers, in GitHub's words, which are open-ended
 * @param amount US dollars a month; for licences their number
 * @param stopsUse whether its owners set that use ends when it is reached; see {@link #endsUse}
 * @param notifies whether GitHub warns somebody before it is used up
 */
public record Budget(String id, Type type, String sku, Scope scope, long amount, boolean stopsUse, boolean notifies) {
    public Budget {
        if (id.isEmpty() || amount < 0) {
            throw new IllegalArgumentException(
                    "a budget has an id and no negative amount, but is " + id + " of " + amount);
        }
    }

    /** What the product or SKU names. */
    public enum Type {
        /** Several products that are billed in one unit, such as all AI credits. */
        BUNDLE("BundlePricing"),
        /** All SKUs of a product. */
        PRODUCT("ProductPricing"),
        /** One SKU. */
        SKU("SkuPricing"),
        /** A word that GitHub did not have when this was written. */
        OTHER("");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        static Type of(String word) {
            return Arrays.stream(values())
                    .filter(type -> type.word.equals(word))
                    .findFirst()
                    .orElse(OTHER);
        }
    }

    /** Whose use it limits. */
    public enum Scope {
        ORGANIZATION,
        REPOSITORY,
        /** Each person, all by the same amount. */
        MULTI_USER_CUSTOMER,
        /** One person. */
        USER,
        ENTERPRISE,
        COST_CENTER,
        /** Each person of a cost center. */
        MULTI_USER_COST_CENTER,
        /** A word that GitHub did not have when this was written. */
        OTHER;

        static Scope of(String word) {
            return Arrays.stream(values())
                    .filter(scope -> scope.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst()
                    .orElse(OTHER);
        }
    }

    /** Whether use ends when it is reached: of AI credits of a person always, whatever {@code stopsUse} says. */
    public boolean endsUse() {
        return stopsUse
                || ofAiCredits()
                        && switch (scope) {
                            case MULTI_USER_CUSTOMER, USER, MULTI_USER_COST_CENTER -> true;
                            case ORGANIZATION, REPOSITORY, ENTERPRISE, COST_CENTER, OTHER -> false;
                        };
    }

    /** True for the budget of all AI credits. */
    public boolean ofAiCredits() {
        return sku.equals("ai_credits");
    }
}
