package dev.flightlog.cost;

import dev.flightlog.copilot.CreditBill.Billed;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is known of a month's bill.
 *
 * @param biller whose bill it is; the last answer counts, however long ago it came
 * @param bill as GitHub's billing report gives it; none where it was not read lately
 * @param boughtUsd US dollars billed for credits beyond the pool when this month's bill was last read, however long ago;
 *     zero where it never was
 */
public record Billing(Biller biller, Optional<Billed> bill, BigDecimal boughtUsd) {
    /** Nothing is known. */
    public static final Billing UNKNOWN = new Billing(Biller.UNKNOWN, Optional.empty(), BigDecimal.ZERO);

    /** GitHub gives the bill to the enterprise only. */
    public static final Billing OF_ENTERPRISE = new Billing(Biller.ENTERPRISE, Optional.empty(), BigDecimal.ZERO);

    public Billing {
        if (boughtUsd.signum() < 0) {
            throw new IllegalArgumentException("boughtUsd must not be negative, but is " + boughtUsd);
        }
    }

    /** The organization's own bill, read lately. */
    public static Billing of(Billed bill) {
        return new Billing(Biller.ORGANIZATION, Optional.of(bill), bill.netUsd().max(BigDecimal.ZERO));
    }

    /** The organization's own bill, which could not be read lately. */
    public static Billing ofOrganization(BigDecimal boughtUsd) {
        return new Billing(Biller.ORGANIZATION, Optional.empty(), boughtUsd);
    }

    /** Whether credits are bought: then the pool is used up, whatever the usage reports say. */
    public boolean buysCredits() {
        return boughtUsd.signum() > 0;
    }
}
