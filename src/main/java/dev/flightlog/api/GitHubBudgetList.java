package dev.flightlog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flightlog.copilot.Budget;
import dev.flightlog.cost.GitHubBudgetWords;
import dev.flightlog.cost.GitHubBudgets;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The budgets that owners set on GitHub.
 *
 * @param readAt when; null where they were never read
 * @param unavailable why they cannot be read now, so that those to show may have changed; null where they were read lately
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record GitHubBudgetList(
        @Nullable Instant readAt, @Nullable String unavailable, List<GitHubBudget> budgets) {
    static GitHubBudgetList of(GitHubBudgets known) {
        return switch (known) {
            case GitHubBudgets.Known(var budgets, Instant readAt, var _) ->
                new GitHubBudgetList(
                        readAt, null, budgets.stream().map(GitHubBudget::of).toList());
            case GitHubBudgets.LastKnown(var budgets, Instant readAt, var refusal) ->
                new GitHubBudgetList(
                        readAt,
                        refusal.map(GitHubBudgets.Refusal::why)
                                .orElse("They could not be read for more than two days."),
                        budgets.stream().map(GitHubBudget::of).toList());
            case GitHubBudgets.NotAvailable(var refusal) -> new GitHubBudgetList(null, refusal.why(), List.of());
            case GitHubBudgets.NotRead _ -> new GitHubBudgetList(null, "They were not read.", List.of());
        };
    }

    /**
     * One of them.
     *
     * @param covers in words
     * @param sku product or SKU in GitHub's words
     * @param amount US dollars a month; for licences their number
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    public record GitHubBudget(
            String covers, String type, String sku, String scope, long amount, boolean stopsUse, boolean notifies) {
        static GitHubBudget of(Budget budget) {
            return new GitHubBudget(
                    GitHubBudgetWords.covers(budget),
                    budget.type().name().toLowerCase(Locale.ROOT),
                    budget.sku(),
                    budget.scope().name().toLowerCase(Locale.ROOT),
                    budget.amount(),
                    budget.endsUse(),
                    budget.notifies());
        }
    }
}
