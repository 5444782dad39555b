package dev.flightlog.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.cost.Billing;
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

    @Test
    void theHighestLimitThatIsReachedNowIsInTheTitle() {
        SummaryText text = render(uses(Billing.ofOrganization(BigDecimal.ZERO), 9_100, 10_000));

        assertThat(text.title()).isEqualTo(TITLE + "90 % of the policy's budget");
        assertThat(text.body()).contains("% of the policy's budget for AI credits is used: 9,100 of 10,000");
    }

    @Test
    void aRaisedBudgetIsBelowAgainAndItsEarlierWarningsStayInTheHistory() {
        SummaryText text = render(uses(Billing.ofOrganization(BigDecimal.ZERO), 9_100, 100_000));

        assertThat(text.title()).isEqualTo(TITLE + "below 75 % of the pool and of every budget again");
        assertThat(text.body())
                .contains("Less than 75 % of the pool and of every budget is used now.")
                .contains("- Nov 17: 75 % of the policy's budget (7,600 of 10,000)");
    }

    @Test
    void whereTheEnterpriseTurnsOutToBeBilledNothingIsLeftToWatch() {
        SummaryText text = render(LimitUse.of(
                new Policy.Budget(Optional.empty(), Optional.empty()),
                Months.of(Months.credits(19_000, BigDecimal.valueOf(18_000), null), Billing.OF_ENTERPRISE)));

        assertThat(text.title()).isEqualTo(TITLE + "no pool or budget to watch any more");
        assertThat(text.body())
                .contains("no pool of AI credits of its own and no budget any more")
                .doesNotContain("| Limit |");
    }

    private static List<LimitUse> uses(Billing billing, long used, long budget) {
        return LimitUse.of(
                new Policy.Budget(Optional.empty(), Optional.of(budget)),
                Months.of(Months.credits(19_000, BigDecimal.valueOf(used), null), billing));
    }

    private static SummaryText render(List<LimitUse> uses) {
        return CreditAlertMarkdown.render(new CreditAlert(
                "acme",
                Months.NOVEMBER,
                uses,
                List.of(new Warning(
                        SpendingLimit.Kind.POLICY_BUDGET,
                        75,
                        Instant.parse("2026-11-17T09:00:00Z"),
                        BigDecimal.valueOf(7_600),
                        BigDecimal.valueOf(10_000))),
                LocalDate.parse("2026-11-20"),
                List.of(),
                new TeamCredits(List.of(), 0),
                "/copilot"));
    }
}
