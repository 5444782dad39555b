package dev.flightlog.fake.model;

import org.jspecify.annotations.Nullable;

/**
 * A budget as an owner set it on GitHub.
 *
 * @param user login, for the scope {@code user} only
 */
public record CopilotBudget(
        String id,
        String type,
        String sku,
        String scope,
        long amount,
        boolean preventFurtherUsage,
        boolean willAlert,
        @Nullable String user) {
    public CopilotBudget {
        if (scope.equals("user") != (user != null)) {
            throw new IllegalArgumentException("user must be there for the scope user only, but is " + user);
        }
        if ((scope.equals("user") || scope.equals("multi_user_customer")) && !preventFurtherUsage) {
            throw new IllegalArgumentException("a budget of people always stops use");
        }
        if (type.equals("BundlePricing") && !sku.equals("ai_credits") && !sku.equals("premium_requests")) {
            throw new IllegalArgumentException("there is no bundle " + sku);
        }
    }

    /** For all AI credits of the organization beyond the pool. */
    public static CopilotBudget ofCredits(String id, long usd, boolean stops) {
        return new CopilotBudget(id, "BundlePricing", "ai_credits", "organization", usd, stops, true, null);
    }
}
