package dev.flightlog.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.cost.Billing;
import dev.flightlog.cost.CostOfMonth;
import dev.flightlog.cost.CreditMonth;
import dev.flightlog.cost.GitHubBudgets;
import dev.flightlog.cost.LimitUse;
import dev.flightlog.cost.Months;
import dev.flightlog.cost.SpendingLimit;
import dev.flightlog.cost.TeamCredits;
import dev.flightlog.policy.Policy;
import dev.flightlog.summary.text.SummaryText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The title says what the body says: what holds now, not what once held. */
class CreditAlertMarkdownTest {
    private static final String TITLE = "AI credits of acme in November 2026: ";
    private static final Policy.Budget NOTHING = new Policy.Budget(Optional.empty(), Optional.empty());

    @Test
    void theHighestLimitThatIsReachedNowIsInTheTitle() {
        SummaryText text = render(budget(10_000), used());

        assertThat(text.title()).isEqualTo(TITLE + "90 % of the policy's budget");
        assertThat(text.body()).contains("% of the policy's budget for AI credits is used: 9,100 of 10,000");
    }

    @Test
    void aRaisedBudgetIsBelowAgainAndItsEarlierWarningsStayInTheHistory() {
        SummaryText text = render(budget(100_000), used());

        assertThat(text.title()).isEqualTo(TITLE + "below 75 % of the pool and of every budget again");
        assertThat(text.body())
                .contains("Less than 75 % of the pool and of every budget is used now.")
                .contains("- Nov 17: 75 % of the policy's budget (7,600 of 10,000)");
    }

    @Test
    void whereTheEnterpriseTurnsOutToBeBilledNothingIsLeftToWatch() {
        SummaryText text = render(
                NOTHING, Months.of(Months.credits(19_000, BigDecimal.valueOf(18_000), null), Billing.OF_ENTERPRISE));

        assertThat(text.title()).isEqualTo(TITLE + "no pool or budget to watch any more");
        assertThat(text.body())
                .contains("no pool of AI credits of its own and no budget any more")
                .doesNotContain("| Limit |");
    }

    /** One seat of a plan that GitHub does not name: the others still bring a pool. */
    @Test
    void aPoolThatIsNotKnownIsNotAbsent() {
        SummaryText text = render(NOTHING, poolNotKnown());

        assertThat(text.title()).isEqualTo(TITLE + "the pool is not known now");
        assertThat(text.body())
                .startsWith("How much of the month's pool of AI credits is used is not known now, because the seats, or"
                        + " the plan of one of them, are not known. Usage is known to Nov 20.")
                .doesNotContain("| Limit |", "no budget any more");
    }

    @Test
    void besideABudgetThatIsNotReachedOrIsReachedThePoolIsNotKnown() {
        SummaryText below = render(budget(100_000), poolNotKnown());
        SummaryText reached = render(budget(10_000), poolNotKnown());

        assertThat(below.title()).isEqualTo(TITLE + "below 75 % of what is known, but the pool is not known now");
        assertThat(below.body())
                .startsWith("Less than 75 % of each limit below is used now. How much of the month's pool");
        assertThat(reached.title()).isEqualTo(TITLE + "90 % of the policy's budget");
        assertThat(reached.body()).contains("** How much of the month's pool of AI credits is used is not known now");
    }

    @Test
    void budgetsOfGitHubThatWarnedAndCannotBeReadNowAreNotKnown() {
        CostOfMonth known = Months.of(Months.credits(19_000, BigDecimal.valueOf(9_100), null), Billing.OF_ENTERPRISE);
        CostOfMonth now = new CostOfMonth(
                known.known(),
                known.seats(),
                known.held(),
                known.credits(),
                known.billing(),
                new GitHubBudgets.LastKnown(List.of(), Instant.EPOCH, Optional.empty()),
                Optional.empty());

        assertThat(render(NOTHING, now, SpendingLimit.Kind.EACH_PERSON).title())
                .isEqualTo(TITLE + "GitHub's budgets are not known now");
        assertThat(render(NOTHING, now, SpendingLimit.Kind.POLICY_BUDGET).title())
                .isEqualTo(TITLE + "no pool or budget to watch any more");
    }

    private static CostOfMonth poolNotKnown() {
        return Months.of(
                new CreditMonth(
                        Months.NOVEMBER,
                        BigDecimal.valueOf(9_100),
                        Optional.of(LocalDate.of(2026, 11, 20)),
                        20,
                        Optional.empty(),
                        Optional.empty()),
                Billing.ofOrganization(BigDecimal.ZERO));
    }

    private static CostOfMonth used() {
        return Months.of(
                Months.credits(19_000, BigDecimal.valueOf(9_100), null), Billing.ofOrganization(BigDecimal.ZERO));
    }

    private static Policy.Budget budget(long credits) {
        return new Policy.Budget(Optional.empty(), Optional.of(credits));
    }

    private static SummaryText render(Policy.Budget budget, CostOfMonth cost) {
        return render(budget, cost, SpendingLimit.Kind.POLICY_BUDGET);
    }

    private static SummaryText render(Policy.Budget budget, CostOfMonth cost, SpendingLimit.Kind warnedOf) {
        List<Warning> warnings = List.of(new Warning(
                warnedOf,
                75,
                Instant.parse("2026-11-17T09:00:00Z"),
                BigDecimal.valueOf(7_600),
                BigDecimal.valueOf(10_000)));
        return CreditAlertMarkdown.render(new CreditAlert(
                "acme",
                Months.NOVEMBER,
                LimitUse.of(budget, cost),
                CreditAlert.Unknown.of(cost, warnings),
                warnings,
                LocalDate.parse("2026-11-20"),
                List.of(),
                new TeamCredits(List.of(), 0),
                "/copilot"));
    }
}
