package dev.flightlog.copilot;

import java.math.BigDecimal;
import java.time.YearMonth;

/** What GitHub's billing says of one month's AI credits (FACTS §6). */
public sealed interface CreditBill {
    /**
     * The figures over all products and models.
     *
     * @param grossCredits credits used
     * @param grossUsd what they cost before the included pool, US dollars
     * @param netCredits credits beyond the included pool
     * @param netUsd what is billed, US dollars
     */
    record Billed(
            YearMonth month, BigDecimal grossCredits, BigDecimal grossUsd, BigDecimal netCredits, BigDecimal netUsd)
            implements CreditBill {}

    /**
     * This organization's billing cannot be read, and that is no error: everything else goes on with estimates.
     *
     * @param why one sentence for administrators
     */
    record NotAvailableHere(String why) implements CreditBill {}
}
