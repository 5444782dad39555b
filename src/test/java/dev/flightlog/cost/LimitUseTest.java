package dev.flightlog.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.copilot.Budget;
import dev.flightlog.copilot.CreditBill.Billed;
import dev.flightlog.cost.CostFinding.CreditsOnCourse;
import dev.flightlog.cost.CostFinding.LimitNear;
import dev.flightlog.policy.Policy;
import dev.flightlog.seat.SeatsKnown;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of the pool, the policy's budget and GitHub's budgets a month has used, and when that is a warning. */
class LimitUseTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Policy.Budget NONE = new Policy.Budget(Optional.empty(), Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "7499, ''",
        "7500, 75",
        "8999.99, 75",
        "9000, '75 90'",
        "9999, '75 90'",
        "10000, '75 90 100'",
        "25000, '75 90 100'",
    })
    void aThresholdIsReachedFromItsExactPartOn(BigDecimal used, String reached) {
        LimitUse pool = LimitUse.of(NONE, month(used, null, 10_000, null)).getFirst();

        assertThat(pool.limit()).isEqualTo(new SpendingLimit.Pool(BigDecimal.valueOf(10_000)));
        assertThat(pool.reached().stream()
                        .map(threshold -> Integer.toString(threshold.percent()))
                        .reduce("", (one, other) -> (one + " " + other).strip()))
                .isEqualTo(reached);
    }

    @Test
    void theEnterprisesPoolIsNobodysHereAndAnEmptyPoolIsNone() {
        CostOfMonth enterprise = month(new BigDecimal("99999"), null, 10_000, null, Biller.ENTERPRISE);

        assertThat(LimitUse.of(NONE, enterprise)).isEmpty();
        assertThat(LimitUse.of(NONE, month(new BigDecimal("5"), null, 0, null))).isEmpty();
    }

    @Test
    void gitHubsBudgetCountsWhatIsBoughtBeyondThePool() {
        Budget stops = budget("b1", Budget.Scope.ORGANIZATION, 20, true);
        Budget person = budget("b2", Budget.Scope.USER, 1, true);

        LimitUse estimated = LimitUse.of(NONE, month(new BigDecimal("11500"), null, 10_000, null, stops, person))
                .getLast();
        LimitUse billed = LimitUse.of(NONE, month(new BigDecimal("11500"), null, 10_000, "19", stops, person))
                .getLast();

        assertThat(estimated.limit()).isEqualTo(new SpendingLimit.GitHubBudget(stops));
        assertThat(estimated.used()).isEqualByComparingTo("15");
        assertThat(estimated.highest()).contains(LimitUse.Threshold.THREE_QUARTERS);
        assertThat(billed.used()).isEqualByComparingTo("19");
        assertThat(billed.highest()).contains(LimitUse.Threshold.NINE_TENTHS);
        assertThat(LimitWords.sentence(billed, NOVEMBER))
                .isEqualTo("95 % of GitHub's budget for AI credits beyond the pool is used: 19 USD of 20 USD.");
        assertThat(LimitWords.then(billed.limit())).isEqualTo("GitHub stops use beyond the pool.");
    }

    @Test
    void whatIsOnCourseOverThePolicysBudgetIsToldOnce() {
        Policy.Budget budget = new Policy.Budget(Optional.empty(), Optional.of(10_000L));

        assertThat(CostRules.of(budget, month(new BigDecimal("8000"), "12000", 0, null)))
                .singleElement()
                .isInstanceOf(CreditsOnCourse.class);
        assertThat(CostRules.of(budget, month(new BigDecimal("8000"), "9500", 0, null)))
                .singleElement()
                .isInstanceOfSatisfying(
                        LimitNear.class,
                        near -> assertThat(LimitWords.sentence(near.use(), near.month()))
                                .isEqualTo("80 % of the policy's budget for AI credits is used: 8,000 of 10,000, on"
                                        + " course for 9,500 by Nov 30."));
    }

    @Test
    void onlyABudgetOfGitHubsThatIsUsedUpIsUrgent() {
        Budget stops = budget("b1", Budget.Scope.ORGANIZATION, 20, true);

        assertThat(CostRules.of(NONE, month(new BigDecimal("10000"), null, 10_000, null)))
                .hasSize(1)
                .noneMatch(CostFinding::urgent);
        assertThat(CostRules.of(NONE, month(new BigDecimal("12000"), null, 10_000, null, stops)))
                .hasSize(2)
                .anyMatch(CostFinding::urgent);
    }

    @Test
    void saysOfEachBudgetWhatItCoversAndWhetherItStopsUse() {
        assertThat(words(budget("1", Budget.Scope.ORGANIZATION, 500, false)))
                .isEqualTo("AI credits of the organization beyond the pool: 500 USD a month, stops nothing, GitHub"
                        + " notifies");
        assertThat(words(budget("1", Budget.Scope.MULTI_USER_CUSTOMER, 40, true)))
                .isEqualTo(
                        "AI credits of each person, also inside the pool: 40 USD a month, stops use, GitHub notifies");
        assertThat(words(budget("1", Budget.Scope.USER, 40, true)))
                .startsWith("AI credits of one person, also inside the pool: ");
        assertThat(words(new Budget("1", Budget.Type.PRODUCT, "actions", Budget.Scope.REPOSITORY, 1_200, true, false)))
                .isEqualTo("the product actions of one repository: 1,200 USD a month, or licences, stops use");
        assertThat(words(new Budget("1", Budget.Type.SKU, "ghec_licenses", Budget.Scope.ENTERPRISE, 3, false, false)))
                .isEqualTo("ghec_licenses of the enterprise: 3 USD a month, or licences, stops nothing, and GitHub"
                        + " notifies nobody");
        assertThat(words(new Budget("1", Budget.Type.OTHER, "", Budget.Scope.OTHER, 3, false, true)))
                .isEqualTo("something that GitHub does not name, for whom GitHub says in a word that is not known"
                        + " here: 3 USD a month, or licences, stops nothing, GitHub notifies");
    }

    private static String words(Budget budget) {
        return GitHubBudgetWords.covers(budget) + ": " + GitHubBudgetWords.amount(budget) + ", "
                + GitHubBudgetWords.effect(budget);
    }

    private static Budget budget(String id, Budget.Scope scope, long usd, boolean stops) {
        return new Budget(id, Budget.Type.BUNDLE, "ai_credits", scope, usd, stops, true);
    }

    private static CostOfMonth month(
            BigDecimal used, @Nullable String projected, long pool, @Nullable String billedUsd, Budget... budgets) {
        return month(used, projected, pool, billedUsd, Biller.ORGANIZATION, budgets);
    }

    private static CostOfMonth month(
            BigDecimal used,
            @Nullable String projected,
            long pool,
            @Nullable String billedUsd,
            Biller biller,
            Budget... budgets) {
        return new CostOfMonth(
                new SeatsKnown.NeverRead("The app may not read seats."),
                Optional.empty(),
                Optional.empty(),
                new CreditMonth(
                        NOVEMBER,
                        used,
                        Optional.of(LocalDate.of(2026, 11, 20)),
                        20,
                        Optional.of(BigDecimal.valueOf(pool)),
                        Optional.ofNullable(projected).map(BigDecimal::new)),
                Optional.ofNullable(billedUsd)
                        .map(usd -> new Billed(NOVEMBER, used, used, BigDecimal.ZERO, new BigDecimal(usd), List.of())),
                biller,
                new GitHubBudgets.Known(List.of(budgets), Instant.EPOCH));
    }
}
