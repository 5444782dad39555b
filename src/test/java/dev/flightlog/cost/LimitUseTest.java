package dev.flightlog.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.copilot.Budget;
import dev.flightlog.cost.CostFinding.CreditsOnCourse;
import dev.flightlog.cost.CostFinding.LimitNear;
import dev.flightlog.policy.Policy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
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

        assertThat(pool.limit())
                .isEqualTo(new SpendingLimit.Pool(
                        BigDecimal.valueOf(10_000), Biller.ORGANIZATION, new AfterPool.Bought()));
        assertThat(pool.reached().stream()
                        .map(threshold -> Integer.toString(threshold.percent()))
                        .reduce("", (one, other) -> (one + " " + other).strip()))
                .isEqualTo(reached);
    }

    @Test
    void theEnterprisesPoolIsNobodysHereAndAnEmptyPoolIsNone() {
        CostOfMonth enterprise = billed(new BigDecimal("99999"), null, 10_000, Billing.OF_ENTERPRISE);

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

        assertThat(estimated.limit())
                .isEqualTo(new SpendingLimit.GitHubBudget(stops, new BoughtCredits.Estimated(new BigDecimal("15.00"))));
        assertThat(LimitWords.sentence(estimated, NOVEMBER))
                .isEqualTo("75\u00A0% of GitHub's budget for AI credits beyond the pool is used: 15 USD of 20 USD;"
                        + " estimated from the usage reports.");
        assertThat(estimated.used()).isEqualByComparingTo("15");
        assertThat(estimated.highest()).contains(LimitUse.Threshold.THREE_QUARTERS);
        assertThat(billed.used()).isEqualByComparingTo("19");
        assertThat(billed.highest()).contains(LimitUse.Threshold.NINE_TENTHS);
        assertThat(LimitWords.sentence(billed, NOVEMBER))
                .isEqualTo("95 % of GitHub's budget for AI credits beyond the pool is used: 19 USD of 20 USD.");
        assertThat(LimitWords.then(billed.limit())).isEqualTo("GitHub stops use beyond the pool.");
    }

    @Test
    void creditsThatAreBoughtAreBeyondThePoolWhateverTheReportsSay() {
        LimitUse pool = LimitUse.of(NONE, month(new BigDecimal("3000"), "5000", 10_000, "0.50"))
                .getFirst();

        assertThat(pool.highest()).contains(LimitUse.Threshold.WHOLE);
        assertThat(LimitWords.sentence(pool, NOVEMBER))
                .isEqualTo("100 % of the month's pool of AI credits is used: 10,000 of 10,000.");
    }

    /** 11,500 of 10,000 credits are used by the reports, so 15 USD of 20 are spent, whatever the bill says so far. */
    @Test
    void aBillThatIsBehindTheReportsKeepsNobodyFromBeingWarned() {
        LimitUse behind = LimitUse.of(
                        NONE,
                        month(
                                new BigDecimal("11500"),
                                "14000.4",
                                10_000,
                                "0",
                                budget("b1", Budget.Scope.ORGANIZATION, 20, true)))
                .getLast();

        assertThat(behind.highest()).contains(LimitUse.Threshold.THREE_QUARTERS);
        assertThat(LimitWords.sentence(behind, NOVEMBER))
                .isEqualTo("75\u00A0% of GitHub's budget for AI credits beyond the pool is used: 15 USD of 20 USD, on"
                        + " course for 20 USD by Nov 30; estimated from the usage reports, while GitHub's bill"
                        + " says 0 USD so far.");
        assertThat(LimitWords.used(behind)).isEqualTo("15 USD (estimate)");
    }

    /** 60 % are used, but 15,000 of 10,000 are on course, and a budget of 20 USD stops use at 12,000. */
    @Test
    void thatUseWillStopNeedsADecisionBeforeAThresholdIsReached() {
        CostOfMonth month =
                month(new BigDecimal("6000"), "15000", 10_000, "0", budget("b1", Budget.Scope.ORGANIZATION, 20, true));
        CostOfMonth suffices =
                month(new BigDecimal("6000"), "12000", 10_000, "0", budget("b1", Budget.Scope.ORGANIZATION, 20, true));

        assertThat(CostRules.of(NONE, month)).singleElement().isInstanceOfSatisfying(LimitNear.class, near -> {
            assertThat(near.urgent()).isFalse();
            assertThat(LimitWords.ofItsDay(near.use(), near.credits()))
                    .isEqualTo(
                            "60\u00A0% of the month's pool of AI credits was used by Nov 20: 6,000 of 10,000, on course"
                                    + " beyond it, but use stops at GitHub's budget of 20 USD.");
            assertThat(LimitWords.sentence(near.use(), NOVEMBER))
                    .endsWith(", on course for 15,000 by Nov 30, but use stops at GitHub's budget of 20 USD.");
        });
        assertThat(CostRules.of(NONE, suffices)).isEmpty();
    }

    /** A budget of 20 USD stops use at 12,000 of the 15,000 on course: the policy's 13,000 cannot be exceeded. */
    @Test
    void nothingIsOnCourseOverThePolicysBudgetWhereUseStopsBelowIt() {
        Budget stops = budget("b1", Budget.Scope.ORGANIZATION, 20, true);
        Policy.Budget above = new Policy.Budget(Optional.empty(), Optional.of(13_000L));
        Policy.Budget below = new Policy.Budget(Optional.empty(), Optional.of(11_000L));
        CostOfMonth month = month(new BigDecimal("6000"), "15000", 10_000, "0", stops);

        assertThat(CostRules.of(above, month)).noneMatch(CreditsOnCourse.class::isInstance);
        assertThat(CostRules.of(below, month))
                .contains(new CreditsOnCourse(new BigDecimal("12000"), new BigDecimal("11000"), NOVEMBER));
        assertThat(LimitUse.of(above, month))
                .extracting(use -> use.limit().kind() + " " + use.expected().orElseThrow())
                .contains("POOL 12000", "POLICY_BUDGET 12000");
        assertThat(LimitWords.sentence(
                        LimitUse.of(above, month(new BigDecimal("10000"), "15000", 10_000, "0", stops)).stream()
                                .filter(use -> use.limit().kind() == SpendingLimit.Kind.POLICY_BUDGET)
                                .findFirst()
                                .orElseThrow(),
                        NOVEMBER))
                .isEqualTo("76.9 % of the policy's budget for AI credits is used: 10,000 of 13,000, on course for"
                        + " 12,000 by Nov 30.");
    }

    /** Two of the 20 days to Nov 20 were never published. */
    @Test
    void whereDaysLackAtLeastSoMuchIsUsed() {
        CreditMonth credits = new CreditMonth(
                NOVEMBER,
                new BigDecimal("9200"),
                Optional.of(LocalDate.of(2026, 11, 20)),
                18,
                Optional.of(new BigDecimal("10000")),
                Optional.empty());
        CostOfMonth month = Months.of(credits, Billing.ofOrganization(BigDecimal.ZERO));
        LimitUse pool = LimitUse.of(NONE, month).getFirst();

        assertThat(LimitWords.sentence(pool, NOVEMBER))
                .isEqualTo("At least 92 % of the month's pool of AI credits is used: 9,200 of 10,000.");
        assertThat(LimitWords.ofItsDay(pool, credits))
                .startsWith("At least 92 % of the month's pool of AI credits was used by Nov 20: ");
        assertThat(LimitWords.shareOfPool(month)).contains("at least 92 %");
        assertThat(LimitWords.shareOfPool(month(new BigDecimal("9200"), null, 10_000, null)))
                .contains("92 %");
    }

    /** The projection lies between 11,000 and 19,000 credits, and a budget stops use at 12,000. */
    @Test
    void aStopIsCertainOnlyWhereAllOfTheProjectionIsBeyondIt() {
        Budget stops = budget("b1", Budget.Scope.ORGANIZATION, 20, true);

        assertThat(between("11000", "19000", CreditMonth.Pace.KNOWN, stops))
                .endsWith(", on course for 15,000 by Nov 30, but use may stop at GitHub's budget of 20 USD.");
        assertThat(between("12001", "19000", CreditMonth.Pace.KNOWN, stops))
                .endsWith(", on course for 15,000 by Nov 30, but use stops at GitHub's budget of 20 USD.");
        assertThat(between("12001", "19000", CreditMonth.Pace.USE_IS_STOPPED, stops))
                .endsWith(": 11,990 of 10,000; use is stopped by GitHub's budget of 20 USD.");
    }

    private static String between(String low, String high, CreditMonth.Pace pace, Budget budget) {
        CreditMonth credits = new CreditMonth(
                NOVEMBER,
                new BigDecimal("11990"),
                Optional.of(LocalDate.of(2026, 11, 20)),
                20,
                Optional.of(new BigDecimal("10000")),
                Optional.of(new BigDecimal("15000")),
                Optional.of(new CreditRange(new BigDecimal(low), new BigDecimal(high))),
                pace);
        return LimitWords.sentence(
                LimitUse.of(NONE, Months.of(credits, Billing.ofOrganization(BigDecimal.ZERO), budget))
                        .getFirst(),
                NOVEMBER);
    }

    /** An enterprise's organizations share another pool, so that nobody may read this one as theirs for sure. */
    @Test
    void thePoolOfWhomeverIsBilledIsSaidUnderItsCondition() {
        CostOfMonth month = billed(new BigDecimal("9200"), "12000", 10_000, Billing.UNKNOWN);

        assertThat(LimitWords.ofItsDay(LimitUse.of(NONE, month).getFirst(), month.credits()))
                .isEqualTo(
                        "92\u00A0% of the month's pool of AI credits was used by Nov 20, if the organization is billed"
                                + " itself: 9,200 of 10,000, on course beyond it.");
    }

    /** GitHub's bill is below zero after a refund. */
    @Test
    void aRefundUsesNothingOfABudget() {
        CostOfMonth refunded =
                month(BigDecimal.ONE, null, 10_000, "-3", budget("b1", Budget.Scope.ORGANIZATION, 20, true));

        assertThat(LimitUse.of(NONE, refunded).getLast().used()).isEqualByComparingTo("0");
        assertThat(refunded.poolUse()).isEqualTo(new PoolUse.NotProjected());
    }

    @Test
    void aBudgetOfZeroStopsUseWithThePool() {
        Budget nothing = budget("b1", Budget.Scope.ORGANIZATION, 0, true);
        CostOfMonth usedUp = month(new BigDecimal("10000"), null, 10_000, null, nothing);

        assertThat(LimitUse.of(NONE, usedUp))
                .singleElement()
                .satisfies(use -> assertThat(LimitWords.then(use.limit()))
                        .isEqualTo("Use stops: GitHub's budget of 0 USD lets no credit beyond the pool be bought."));
        assertThat(CostRules.of(NONE, usedUp)).singleElement().matches(CostFinding::urgent);
        assertThat(CostRules.of(NONE, month(new BigDecimal("9999"), null, 10_000, null, nothing)))
                .singleElement()
                .matches(finding -> !finding.urgent());
        assertThat(then(budget("b1", Budget.Scope.ORGANIZATION, 20, false)))
                .isEqualTo("Each credit beyond the pool is bought for 0.01 USD; no budget on GitHub stops it.");
        assertThat(then(budget("b1", Budget.Scope.ORGANIZATION, 20, true)))
                .isEqualTo("Each credit beyond the pool is bought for 0.01 USD, until GitHub's budget of 20 USD stops"
                        + " use.");
    }

    /** Use stops for some, and "no budget on GitHub stops it" would be false. */
    @Test
    void aBudgetOfOtherUseMayStopAPart() {
        String part =
                "Each credit beyond the pool is bought for 0.01 USD; a budget on GitHub may stop a part of the use.";

        assertThat(then(budget("b1", Budget.Scope.MULTI_USER_CUSTOMER, 40, true)))
                .isEqualTo(part);
        assertThat(then(budget("b1", Budget.Scope.USER, 40, false)))
                .as("stops whoever reaches it, whatever it says")
                .isEqualTo(part);
        assertThat(then(budget("b1", Budget.Scope.COST_CENTER, 40, true))).isEqualTo(part);
        assertThat(then(budget("b1", Budget.Scope.ENTERPRISE, 40, true))).isEqualTo(part);
        assertThat(then(new Budget("b1", Budget.Type.SKU, "a_sku", Budget.Scope.ORGANIZATION, 40, true, true)))
                .isEqualTo(part);
        assertThat(then(budget("b1", Budget.Scope.COST_CENTER, 40, false))).endsWith("no budget on GitHub stops it.");
        assertThat(then(
                        budget("b1", Budget.Scope.ORGANIZATION, 20, true),
                        budget("b2", Budget.Scope.MULTI_USER_CUSTOMER, 40, true)))
                .endsWith("until GitHub's budget of 20 USD stops use.");
    }

    /** GitHub's bill has two digits after the point, and the usage reports have four. */
    @Test
    void anEstimateIsAheadOfTheBillByACentAtLeast() {
        Budget hundred = budget("b1", Budget.Scope.ORGANIZATION, 100, true);

        assertThat(LimitWords.sentence(
                        LimitUse.of(NONE, month(new BigDecimal("20018.0042"), null, 10_000, "100.18", hundred))
                                .getLast(),
                        NOVEMBER))
                .isEqualTo("100.1\u00A0% of GitHub's budget for AI credits beyond the pool is used: 100.18 USD of 100"
                        + " USD.");
        assertThat(LimitUse.of(NONE, month(new BigDecimal("20019"), null, 10_000, "100.18", hundred))
                        .getLast()
                        .limit())
                .isEqualTo(new SpendingLimit.GitHubBudget(
                        hundred, new BoughtCredits.AheadOfBill(new BigDecimal("100.19"), new BigDecimal("100.18"))));
    }

    /** "100 %" is a threshold: it is not said before it is reached. */
    @Test
    void aShareIsNotRoundedUpToAThreshold() {
        CostOfMonth month = month(new BigDecimal("55099.9945"), null, 55_100, null);
        LimitUse pool = LimitUse.of(NONE, month).getFirst();

        assertThat(pool.highest()).contains(LimitUse.Threshold.NINE_TENTHS);
        assertThat(LimitWords.sentence(pool, NOVEMBER))
                .isEqualTo("99.9\u00A0% of the month's pool of AI credits is used: 55,099 of 55,100.");
        assertThat(LimitWords.used(pool)).isEqualTo("55,099");
        assertThat(LimitWords.shareOfPool(month)).contains("99.9\u00A0%");
        assertThat(LimitWords.share(LimitUse.of(NONE, month(new BigDecimal("29"), null, 100, null))
                        .getFirst()))
                .as("binary fractions would make 28.9 of it")
                .isEqualTo("29\u00A0%");
        assertThat(month(new BigDecimal("55099.999999999"), null, 55_100, null)
                        .shareOfPool()
                        .orElseThrow())
                .isLessThan(BigDecimal.ONE);
    }

    private static String then(Budget... budgets) {
        return LimitWords.then(LimitUse.of(NONE, month(BigDecimal.ONE, null, 10_000, null, budgets))
                .getFirst()
                .limit());
    }

    @Test
    void ofABudgetForEachPersonOnlyTheThresholdIsTold() {
        Budget each = budget("b1", Budget.Scope.MULTI_USER_CUSTOMER, 40, true);
        CostOfMonth month = Months.withMostOfOnePerson(month(BigDecimal.ONE, null, 10_000, null, each), "3627");

        LimitUse use = LimitUse.of(NONE, month).getLast();

        assertThat(use.highest()).contains(LimitUse.Threshold.NINE_TENTHS);
        assertThat(LimitWords.sentence(use, NOVEMBER))
                .isEqualTo("Somebody has used 90 % or more of GitHub's budget for each person's AI credits: 40 USD a"
                        + " month.");
        assertThat(LimitWords.ofItsDay(use, month.credits()))
                .isEqualTo("By Nov 20 somebody had used 90 % or more of GitHub's budget for each person's AI credits:"
                        + " 40 USD a month.");
        assertThat(CostRules.of(NONE, month)).singleElement().matches(finding -> !finding.urgent());
        assertThat(LimitWords.sentence(
                        LimitUse.of(NONE, Months.withMostOfOnePerson(month, "2999.99"))
                                .getLast(),
                        NOVEMBER))
                .isEqualTo("Nobody has used 75 % or more of GitHub's budget for each person's AI credits: 40 USD a"
                        + " month.");
    }

    /** What was reached in another month says nothing of this one. */
    @Test
    void ofBudgetsOfSinglePeopleTheMostUsedIsToldInItsMonth() {
        CostOfMonth month = month(BigDecimal.ONE, null, 10_000, null);

        assertThat(LimitUse.of(NONE, ownReached(month, "2026-11"))).last().satisfies(use -> {
            assertThat(use.highest()).contains(LimitUse.Threshold.NINE_TENTHS);
            assertThat(LimitWords.sentence(use, NOVEMBER))
                    .isEqualTo(
                            "Somebody has used 90 % or more of a budget on GitHub for one person's AI" + " credits.");
        });
        assertThat(LimitUse.of(NONE, ownReached(month, "2026-10"))).hasSize(1);
    }

    private static CostOfMonth ownReached(CostOfMonth month, String reachedIn) {
        return new CostOfMonth(
                month.known(),
                month.seats(),
                month.held(),
                month.credits(),
                month.billing(),
                new GitHubBudgets.Known(List.of(), Instant.EPOCH, Map.of(YearMonth.parse(reachedIn), 90)),
                Optional.empty());
    }

    @Test
    void budgetsThatMayHaveChangedWarnNobody() {
        CostOfMonth now =
                month(new BigDecimal("11500"), null, 10_000, "19", budget("b1", Budget.Scope.ORGANIZATION, 20, true));
        CostOfMonth old = new CostOfMonth(
                now.known(),
                now.seats(),
                now.held(),
                now.credits(),
                now.billing(),
                new GitHubBudgets.LastKnown(
                        ((GitHubBudgets.Known) now.gitHubBudgets()).budgets(), Instant.EPOCH, Optional.empty()),
                Optional.empty());

        assertThat(LimitUse.of(NONE, old))
                .singleElement()
                .satisfies(use -> assertThat(LimitWords.then(use.limit()))
                        .isEqualTo("Each credit beyond the pool is bought for 0.01 USD, unless a budget on GitHub"
                                + " stops it."));
    }

    @Test
    void aBudgetOfAnotherAmountIsAnotherLimit() {
        assertThat(new SpendingLimit.PolicyBudget(BigDecimal.valueOf(90_000)).key())
                .isEqualTo("policy:90000");
        assertThat(new SpendingLimit.GitHubBudget(
                                budget("b:1", Budget.Scope.ORGANIZATION, 500, true),
                                new BoughtCredits.Billed(BigDecimal.ZERO))
                        .key())
                .isEqualTo("github:b:1:500");
        assertThat(SpendingLimit.Kind.ofKey("policy:90000")).isEqualTo(SpendingLimit.Kind.POLICY_BUDGET);
        assertThat(SpendingLimit.Kind.ofKey("github:b:1:500")).isEqualTo(SpendingLimit.Kind.GITHUB_BUDGET);
        assertThat(SpendingLimit.Kind.ofKey("person:b:1:500")).isEqualTo(SpendingLimit.Kind.EACH_PERSON);
        assertThat(SpendingLimit.Kind.ofKey("pool")).isEqualTo(SpendingLimit.Kind.POOL);
    }

    @Test
    void whatIsOnCourseOverThePolicysBudgetIsToldOnce() {
        Policy.Budget budget = new Policy.Budget(Optional.empty(), Optional.of(10_000L));

        assertThat(CostRules.of(budget, month(new BigDecimal("8000"), "12000", 0, null)))
                .singleElement()
                .isInstanceOfSatisfying(
                        LimitNear.class,
                        near -> assertThat(LimitWords.sentence(
                                        near.use(), near.credits().month()))
                                .isEqualTo(
                                        "80\u00A0% of the policy's budget for AI credits is used: 8,000 of 10,000, on"
                                                + " course for 12,000 by Nov 30."));
        assertThat(CostRules.of(budget, month(new BigDecimal("7000"), "12000", 0, null)))
                .singleElement()
                .isInstanceOf(CreditsOnCourse.class);
        assertThat(CostRules.of(budget, month(new BigDecimal("8000"), "9500", 0, null)))
                .singleElement()
                .isInstanceOfSatisfying(
                        LimitNear.class,
                        near -> assertThat(LimitWords.sentence(
                                        near.use(), near.credits().month()))
                                .isEqualTo("80 % of the policy's budget for AI credits is used: 8,000 of 10,000, on"
                                        + " course for 9,500 by Nov 30."));
    }

    /** Pool 10,000, projected 15,000: 50 USD beyond it, if nothing stops use before. */
    @Test
    void nothingIsPromisedBeyondWhereABudgetStopsUse() {
        CostOfMonth free = month(new BigDecimal("9000"), "15000", 10_000, null);
        CostOfMonth warns = month(
                new BigDecimal("9000"), "15000", 10_000, null, budget("b1", Budget.Scope.ORGANIZATION, 20, false));
        CostOfMonth stops =
                month(new BigDecimal("9000"), "15000", 10_000, null, budget("b1", Budget.Scope.ORGANIZATION, 20, true));
        CostOfMonth never =
                month(new BigDecimal("9000"), "15000", 10_000, null, budget("b1", Budget.Scope.ORGANIZATION, 0, true));
        CostOfMonth within =
                month(new BigDecimal("9000"), "15000", 10_000, null, budget("b1", Budget.Scope.ORGANIZATION, 60, true));

        assertThat(free.projectedOverageUsd().orElseThrow()).isEqualByComparingTo("50");
        assertThat(warns.projectedOverageUsd().orElseThrow()).isEqualByComparingTo("50");
        assertThat(stops.projectedOverageUsd().orElseThrow()).isEqualByComparingTo("20");
        assertThat(stops.stop().map(LimitWords::stop)).contains("use stops at GitHub's budget of 20 USD");
        assertThat(never.projectedOverageUsd().orElseThrow()).isEqualByComparingTo("0");
        assertThat(never.stop().map(LimitWords::stop)).contains("use stops at the pool's end");
        assertThat(within.projectedOverageUsd().orElseThrow()).isEqualByComparingTo("50");
        assertThat(List.of(free, warns, within)).allMatch(month -> month.stop().isEmpty());
    }

    @Test
    void whatStopsUseIsTheFirstAndWhatIsUsedMostTheNext() {
        Policy.Budget policy = new Policy.Budget(Optional.empty(), Optional.of(15_000L));
        Budget stops = budget("b1", Budget.Scope.ORGANIZATION, 20, true);

        assertThat(CostRules.of(policy, month(new BigDecimal("12000"), "14000", 10_000, null, stops)))
                .extracting(finding -> ((LimitNear) finding).use().limit().kind())
                .containsExactly(
                        SpendingLimit.Kind.GITHUB_BUDGET, SpendingLimit.Kind.POOL, SpendingLimit.Kind.POLICY_BUDGET);
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

    /** GitHub's budget of nothing is reached with the pool; that it stops nothing must not keep its owner from hearing. */
    @Test
    void aBudgetOfZeroThatStopsNothingIsBeyondFromTheFirstCreditBought() {
        CostOfMonth used =
                month(new BigDecimal("10000"), null, 10_000, null, budget("1", Budget.Scope.ORGANIZATION, 0, false));

        assertThat(CostRules.of(NONE, used)).singleElement().satisfies(finding -> {
            assertThat(finding.urgent()).isTrue();
            assertThat(LimitWords.then(((LimitNear) finding).use().limit()))
                    .isEqualTo("Each credit beyond the pool is bought for 0.01 USD: GitHub's budget of 0 USD stops"
                            + " nothing.");
        });
    }

    @Test
    void saysOfEachBudgetWhatItCoversAndWhetherItStopsUse() {
        assertThat(words(budget("1", Budget.Scope.ORGANIZATION, 500, false)))
                .isEqualTo("AI credits of the organization beyond the pool: 500 USD a month, stops nothing, GitHub"
                        + " notifies");
        assertThat(words(budget("1", Budget.Scope.MULTI_USER_CUSTOMER, 40, true)))
                .isEqualTo(
                        "AI credits of each person, also inside the pool: 40 USD a month, stops use, GitHub notifies");
        assertThat(words(budget("1", Budget.Scope.MULTI_USER_CUSTOMER, 40, false)))
                .as("a person's budget always stops use")
                .endsWith("40 USD a month, stops use, GitHub notifies");
        assertThat(words(budget("1", Budget.Scope.USER, 40, true)))
                .startsWith("AI credits of one person, also inside the pool: ");
        assertThat(words(new Budget("1", Budget.Type.PRODUCT, "actions", Budget.Scope.REPOSITORY, 1_200, true, false)))
                .isEqualTo("the product actions of one repository: 1,200 USD a month, stops use");
        assertThat(words(new Budget("1", Budget.Type.SKU, "ghec_licenses", Budget.Scope.ENTERPRISE, 3, false, false)))
                .isEqualTo("ghec_licenses of the enterprise: 3 USD a month, or that many licences, stops nothing, and"
                        + " GitHub notifies nobody");
        assertThat(words(new Budget("1", Budget.Type.OTHER, "", Budget.Scope.OTHER, 3, false, true)))
                .isEqualTo("something that GitHub does not name, for whom GitHub says in a word that is not known"
                        + " here: 3 USD a month, or that many licences, stops nothing, GitHub notifies");
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
        return billed(
                used,
                projected,
                pool,
                billedUsd == null ? Billing.ofOrganization(BigDecimal.ZERO) : Months.billed(used, billedUsd),
                budgets);
    }

    private static CostOfMonth billed(
            BigDecimal used, @Nullable String projected, long pool, Billing billing, Budget... budgets) {
        return Months.of(
                Months.credits(pool, used, projected == null ? null : new BigDecimal(projected)), billing, budgets);
    }
}
