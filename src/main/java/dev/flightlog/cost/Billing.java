package dev.flightlog.cost;

import dev.flightlog.copilot.CreditBill.Billed;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What is known of a month's bill.
 *
 * @param biller whose bill it is; the last answer counts, however long ago it came
 * @param bill as GitHub's billing report gives it; none where it was not read lately
 * @param boughtUsd US dollars billed for credits beyond the pool when this month's bill was last read, however long ago;
 *     zero where it never was
 * @param settled whether the bill was read when no more usage of its month was waited for
 */
public record Billing(Biller biller, Optional<Billed> bill, BigDecimal boughtUsd, boolean settled) {
    /** Of a month that is over usage still arrives on so many days, and the bill still moves. */
    static final int DAYS_TO_ARRIVE = 5;

    /** Nothing is known. */
    public static final Billing UNKNOWN = new Billing(Biller.UNKNOWN, Optional.empty(), BigDecimal.ZERO, false);

    /** GitHub gives the bill to the enterprise only. */
    public static final Billing OF_ENTERPRISE =
            new Billing(Biller.ENTERPRISE, Optional.empty(), BigDecimal.ZERO, false);

    public Billing {
        if (boughtUsd.signum() < 0) {
            throw new IllegalArgumentException("boughtUsd must not be negative, but is " + boughtUsd);
        }
    }

    /** The organization's own bill, read lately; of a month that is over, when no more usage of it was waited for. */
    public static Billing of(Billed bill) {
        return new Billing(Biller.ORGANIZATION, Optional.of(bill), bill.netUsd().max(BigDecimal.ZERO), true);
    }

    /** The organization's own bill, which could not be read lately. */
    public static Billing ofOrganization(BigDecimal boughtUsd) {
        return new Billing(Biller.ORGANIZATION, Optional.empty(), boughtUsd, false);
    }

    /** From when on a month's bill has all of its usage. */
    static Instant settlesAt(YearMonth month) {
        return month.plusMonths(1)
                .atDay(1)
                .plusDays(DAYS_TO_ARRIVE)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    /** Whether credits are bought: then the pool is used up, whatever the usage reports say. */
    public boolean buysCredits() {
        return boughtUsd.signum() > 0;
    }
}
