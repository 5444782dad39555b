package dev.flightlog.copilot;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;

/** What GitHub's billing says of one month's AI credits (github.md: Credits). */
public sealed interface CreditBill {
    /**
     * The figures over all products and models.
     *
     * @param grossCredits credits used
     * @param grossUsd what they cost before the included pool, US dollars
     * @param netCredits credits beyond the included pool
     * @param netUsd what is billed, US dollars
     * @param models the same credits by model, most first
     */
    record Billed(
            YearMonth month,
            BigDecimal grossCredits,
            BigDecimal grossUsd,
            BigDecimal netCredits,
            BigDecimal netUsd,
            List<OfModel> models)
            implements CreditBill {
        public Billed {
            models = List.copyOf(models);
        }
    }

    /**
     * The part of one model, over all products.
     *
     * @param model in GitHub's words, which are open-ended; empty where GitHub names none
     * @param grossCredits credits used
     * @param grossUsd what they cost before the included pool, US dollars
     */
    record OfModel(String model, BigDecimal grossCredits, BigDecimal grossUsd) {
        /** Most credits first. */
        public static final Comparator<OfModel> ORDER =
                Comparator.comparing(OfModel::grossCredits).reversed().thenComparing(OfModel::model);

        OfModel plus(OfModel other) {
            return new OfModel(model, grossCredits.add(other.grossCredits), grossUsd.add(other.grossUsd));
        }
    }

    /**
     * GitHub says that the organization's enterprise is billed. No error: everything else goes on with estimates.
     *
     * @param why one sentence for administrators
     */
    record BilledElsewhere(String why) implements CreditBill {}

    /**
     * The organization has no billing report of its own: an enterprise may be billed, or it is not on the platform that has
     * such reports. No error: everything else goes on with estimates.
     *
     * @param why one sentence for administrators
     */
    record NoReport(String why) implements CreditBill {}

    /**
     * This organization's billing cannot be read, and that is no error: everything else goes on with estimates.
     *
     * @param why one sentence for administrators
     */
    record NotAvailableHere(String why) implements CreditBill {}
}
