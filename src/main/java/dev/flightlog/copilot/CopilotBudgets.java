package dev.flightlog.copilot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.Access;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.rest.RestClient;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the budgets that owners set on GitHub, where it may. */
@Singleton
public class CopilotBudgets {
    private static final int A_PAGE = 100;
    /** A server that always says that there is more ends here. */
    private static final int MAX_PAGES = 100;

    private final RestClient rest;

    CopilotBudgets(RestClient rest) {
        this.rest = rest;
    }

    /**
     * All budgets, whatever they cover.
     *
     * @throws GitHubException for what passes by itself: rate limit, outage
     */
    public BudgetList read(Access access, String organization) {
        try {
            return all(access, organization);
        } catch (GitHubException refused) {
            return switch (refused.failure()) {
                case Failure.NotFound _ ->
                    new BudgetList.NotAvailableHere(
                            "GitHub has no budgets of this organization (404): its enterprise is billed, or it is not"
                                    + " on the enhanced billing platform.");
                case Failure.Forbidden _ ->
                    new BudgetList.NotAvailableHere("The app may not read the organization's budgets (403).");
                case Failure.Refused(int status, String _) ->
                    new BudgetList.NotAvailableHere("GitHub refused the organization's budgets (" + status + ").");
                case Failure.MetricsPolicyOff _,
                        Failure.Suspended _,
                        Failure.Unauthorized _,
                        Failure.RateLimited _,
                        Failure.Unavailable _ -> throw refused;
            };
        }
    }

    /** Pages move while budgets are made and deleted: what comes twice counts once. */
    private BudgetList.Read all(Access access, String organization) {
        Map<String, Budget> budgets = new LinkedHashMap<>();
        Map<String, String> people = new HashMap<>();
        for (int page = 1; page <= MAX_PAGES; page++) {
            JsonNode answer = rest.get(
                    access,
                    "/organizations/" + URLEncoder.encode(organization, StandardCharsets.UTF_8)
                            + "/settings/billing/budgets?per_page=" + A_PAGE + "&page=" + page);
            for (JsonNode budget : answer.path("budgets")) {
                if (budget.hasNonNull("id") && budget.path("budget_amount").asLong(-1) >= 0) {
                    Budget read = budget(budget);
                    budgets.put(read.id(), read);
                    person(budget)
                            .filter(_ -> read.scope() == Budget.Scope.USER)
                            .ifPresent(login -> people.put(read.id(), login));
                }
            }
            if (!answer.path("has_next_page").asBoolean(false)) {
                break;
            }
        }
        return new BudgetList.Read(List.copyOf(budgets.values()), people);
    }

    /** The login, which GitHub gives as it is or in an account. */
    private static Optional<String> person(JsonNode budget) {
        JsonNode user = budget.path("user");
        String login = user.isObject() ? user.path("login").asText("") : user.asText("");
        return login.isEmpty() ? Optional.empty() : Optional.of(login);
    }

    /** Whom GitHub notifies is not read. */
    private static Budget budget(JsonNode budget) {
        return new Budget(
                budget.path("id").asText(),
                Budget.Type.of(budget.path("budget_type").asText("")),
                budget.path("budget_product_sku").asText(""),
                Budget.Scope.of(budget.path("budget_scope").asText("")),
                budget.path("budget_amount").asLong(),
                budget.path("prevent_further_usage").asBoolean(false),
                budget.path("budget_alerting").path("will_alert").asBoolean(false));
    }
}
