package dev.flightlog.cost;

import dev.flightlog.copilot.Budget;
import dev.flightlog.copilot.CreditBill.Billed;
import dev.flightlog.seat.SeatOverview;
import dev.flightlog.seat.SeatsKnown;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Invented months of cost, to be changed in one place by each case: November 2026, of which 20 days are known. */
public final class Months {
    public static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private Months() {}

    /** A month with this pool, use and projected use in AI credits. */
    public static CreditMonth credits(long pool, BigDecimal used, @Nullable BigDecimal projected) {
        return new CreditMonth(
                NOVEMBER,
                used,
                Optional.of(LocalDate.of(2026, 11, 20)),
                20,
                Optional.of(BigDecimal.valueOf(pool)),
                Optional.ofNullable(projected));
    }

    /** A bill of the organization's own, read lately. */
    public static Billing billed(BigDecimal credits, String netUsd) {
        BigDecimal usd = new BigDecimal(netUsd);
        return Billing.of(
                new Billed(NOVEMBER, credits, CreditPool.usd(credits), CreditPool.credits(usd), usd, List.of()));
    }

    /** A month whose seats are not known. */
    public static CostOfMonth of(CreditMonth credits, Billing billing, Budget... budgets) {
        return new CostOfMonth(
                new SeatsKnown.NeverRead("The app may not read seats."),
                Optional.empty(),
                Optional.empty(),
                credits,
                billing,
                new GitHubBudgets.Known(List.of(budgets), Instant.EPOCH, Map.of()),
                Optional.empty());
    }

    /** A month with these seats. */
    public static CostOfMonth of(SeatOverview seats, CreditMonth credits, Billing billing) {
        return new CostOfMonth(
                new SeatsKnown.Fresh(),
                Optional.of(seats),
                Optional.of(new HeldSeats(LocalDate.of(2026, 11, 20), seats.seats(), seats.cost())),
                credits,
                billing,
                new GitHubBudgets.NotRead(),
                Optional.empty());
    }

    /** The same month, of which the most that one person used is known. */
    public static CostOfMonth withMostOfOnePerson(CostOfMonth cost, String credits) {
        return new CostOfMonth(
                cost.known(),
                cost.seats(),
                cost.held(),
                cost.credits(),
                cost.billing(),
                cost.gitHubBudgets(),
                Optional.of(new BigDecimal(credits)));
    }
}
