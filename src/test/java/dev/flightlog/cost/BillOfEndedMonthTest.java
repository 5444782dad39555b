package dev.flightlog.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.copilot.Budget;
import dev.flightlog.copilot.CreditBill.Billed;
import dev.flightlog.policy.Policy;
import dev.flightlog.seat.SeatsKnown;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** November is over: 11,900 of 10,000 credits were used, 19 USD beyond the pool, of which a budget of 20 USD allows. */
class BillOfEndedMonthTest {
    private static final Policy.Budget NONE = new Policy.Budget(Optional.empty(), Optional.empty());

    /** At the turn of the month GitHub's bill lacks the last days: 10,900 credits, 9 USD. */
    @Test
    void aBillThatMayLackDaysIsComparedWithTheUsage() {
        CostOfMonth ended = ended(30, bill("10900", "9"), false);

        assertThat(ended.billIsFinal()).isFalse();
        assertThat(ended.billMoves()).isTrue();
        assertThat(ended.projectedOverageUsd().orElseThrow()).isEqualByComparingTo("19");
        LimitUse budget = LimitUse.of(NONE, ended).getLast();
        assertThat(budget.highest()).contains(LimitUse.Threshold.NINE_TENTHS);
        assertThat(LimitWords.sentence(budget, Months.NOVEMBER))
                .isEqualTo("95\u00A0% of GitHub's budget for AI credits beyond the pool is used: 19 USD of 20 USD;"
                        + " estimated from the usage reports, while GitHub's bill says 9 USD so far.");
    }

    @Test
    void theMoreOfBothCountsAlsoWhereDaysOfUsageLack() {
        assertThat(ended(28, bill("10900", "9"), false).projectedOverageUsd().orElseThrow())
                .isEqualByComparingTo("19");
        assertThat(ended(28, bill("13000", "30"), false).projectedOverageUsd().orElseThrow())
                .isEqualByComparingTo("30");
    }

    @Test
    void aBillThatWasReadWhenNothingArrivesAnyMoreAloneCounts() {
        CostOfMonth ended = ended(30, bill("10900", "9"), true);

        assertThat(ended.billIsFinal()).isTrue();
        assertThat(ended.projectedOverageUsd().orElseThrow()).isEqualByComparingTo("9");
        assertThat(LimitUse.of(NONE, ended).getLast().used()).isEqualByComparingTo("9");
    }

    /** GitHub may count more a day than the usage reports do: as many credits as they have prove no last day. */
    @Test
    void aBillOfMoreThanTheUsageMayLackTheLastDaysToo() {
        CostOfMonth ended = ended(30, bill("12900", "29"), false);

        assertThat(ended.billIsFinal()).isFalse();
        assertThat(ended.billMoves()).isTrue();
        assertThat(ended.projectedOverageUsd().orElseThrow()).isEqualByComparingTo("29");
    }

    @Test
    void aBillIsSettledSixDaysAfterTheLastOfItsMonth() {
        assertThat(Billing.settlesAt(Months.NOVEMBER)).isEqualTo(Instant.parse("2026-12-06T00:00:00Z"));
    }

    private static Billed bill(String grossCredits, String netUsd) {
        BigDecimal gross = new BigDecimal(grossCredits);
        BigDecimal net = new BigDecimal(netUsd);
        return new Billed(Months.NOVEMBER, gross, CreditPool.usd(gross), CreditPool.credits(net), net, List.of());
    }

    private static CostOfMonth ended(int daysKnown, Billed bill, boolean settled) {
        BigDecimal used = new BigDecimal("11900");
        return new CostOfMonth(
                new SeatsKnown.NotOfThatTime(),
                Optional.empty(),
                Optional.empty(),
                new CreditMonth(
                        Months.NOVEMBER,
                        used,
                        Optional.of(LocalDate.of(2026, 11, daysKnown)),
                        daysKnown,
                        Optional.of(new BigDecimal("10000")),
                        daysKnown == 30 ? Optional.of(used) : Optional.empty()),
                new Billing(Biller.ORGANIZATION, Optional.of(bill), bill.netUsd(), settled),
                new GitHubBudgets.Known(
                        List.of(new Budget(
                                "b-1", Budget.Type.BUNDLE, "ai_credits", Budget.Scope.ORGANIZATION, 20, true, true)),
                        Instant.EPOCH,
                        Map.of()),
                Optional.empty());
    }
}
