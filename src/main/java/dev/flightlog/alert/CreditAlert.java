package dev.flightlog.alert;

import dev.flightlog.cost.Biller;
import dev.flightlog.cost.CostOfMonth;
import dev.flightlog.cost.GitHubBudgets;
import dev.flightlog.cost.LimitUse;
import dev.flightlog.cost.ModelCredits;
import dev.flightlog.cost.SpendingLimit;
import dev.flightlog.cost.TeamCredits;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a month's alert says.
 *
 * @param uses how much of each limit is used now
 * @param unknown limits of which nobody knows now how much is used, or whether there are any
 * @param warnings those given this month, oldest first
 * @param dataThrough the last day with usage; null where the month has none
 * @param models AI credits by model; empty where the bill cannot be read
 * @param prefix how commands start, from the policy
 */
record CreditAlert(
        String organization,
        YearMonth month,
        List<LimitUse> uses,
        Set<Unknown> unknown,
        List<Warning> warnings,
        @Nullable LocalDate dataThrough,
        List<ModelCredits> models,
        TeamCredits teams,
        String prefix) {
    /** What is not known is not absent. */
    enum Unknown {
        /** The seats, or the plan of one of them, are not known. */
        POOL,
        /** Somebody was warned by them, and now they cannot be read. */
        GITHUB_BUDGETS;

        /** What lacks in the uses of a month that has these warnings. */
        static Set<Unknown> of(CostOfMonth cost, List<Warning> warnings) {
            Set<Unknown> unknown = EnumSet.noneOf(Unknown.class);
            if (cost.biller() != Biller.ENTERPRISE && cost.ownPool().isEmpty()) {
                unknown.add(POOL);
            }
            if (!(cost.gitHubBudgets() instanceof GitHubBudgets.Known)
                    && warnings.stream().anyMatch(warning -> ofGitHub(warning.limit()))) {
                unknown.add(GITHUB_BUDGETS);
            }
            return unknown;
        }

        private static boolean ofGitHub(SpendingLimit.Kind limit) {
            return switch (limit) {
                case GITHUB_BUDGET, EACH_PERSON, OWN_BUDGETS -> true;
                case POOL, POLICY_BUDGET -> false;
            };
        }
    }

    CreditAlert {
        uses = List.copyOf(uses);
        unknown = Set.copyOf(unknown);
        warnings = List.copyOf(warnings);
        models = List.copyOf(models);
        if (warnings.isEmpty()) {
            throw new IllegalArgumentException("an alert has a warning, but that of " + month + " has none");
        }
    }
}
