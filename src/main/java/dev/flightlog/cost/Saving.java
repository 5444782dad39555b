package dev.flightlog.cost;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * What giving seats back would save a month, from the next billing cycle on.
 *
 * <p>A seat brings AI credits worth its list price. Once the month uses them, whoever gives the seat back buys the same
 * credits again, so that only credits left over are money saved.
 * See https://docs.github.com/en/billing/concepts/product-billing/github-copilot-licenses (seen 2026-11-28).
 *
 * @param seats how many are given back
 * @param priceUsd what they cost a month, US dollars, as far as that is known: the most that can be saved
 * @param upToUsd what would be saved a month at most, US dollars; where the price of a seat is not known it is the least
 * @param unpriced seats of which the price is not known; 0 in summaries of earlier versions
 */
public record Saving(int seats, BigDecimal priceUsd, BigDecimal upToUsd, Condition condition, int unpriced) {
    private static final BigDecimal USD_A_CREDIT = new BigDecimal("0.01");

    public Saving {
        if (seats < 0 || upToUsd.signum() < 0 || upToUsd.compareTo(priceUsd) > 0) {
            throw new IllegalArgumentException("saving must be from 0 to the price of the seats, but is " + upToUsd
                    + " of " + priceUsd + " for " + seats + " seats");
        }
    }

    /** Of seats whose price is known. */
    public Saving(int seats, BigDecimal priceUsd, BigDecimal upToUsd, Condition condition) {
        this(seats, priceUsd, upToUsd, condition, 0);
    }

    /** What the saving depends on. */
    public enum Condition {
        /** No seat is given back. */
        NO_SEATS,
        /** The seats have no price that is known. */
        NO_PRICE,
        /** The policy says that the seats cost nothing. */
        PRICE_ZERO,
        /** The pool suffices without these seats. */
        CREDITS_LEFT_OVER,
        /** Some of the price would be spent on credits beyond the smaller pool. */
        CREDITS_PARTLY_USED,
        /** The credits that these seats bring are used: their price would be spent on credits. */
        CREDITS_USED_UP,
        /** The enterprise's pool cannot be seen. */
        ENTERPRISE_POOL_UNKNOWN,
        /** Whether the organization or its enterprise is billed is not known; reckoned with the organization's own pool. */
        BILLER_UNKNOWN,
        /** How many credits come with the seats is not known: GitHub does not name the plan of one of them. */
        POOL_UNKNOWN,
        /** Where the month will end is not known. */
        PROJECTION_UNKNOWN;

        /** The word used in the API and in CSV. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What would be saved at most; none where the price of a seat is not known. */
    public Optional<BigDecimal> knownUsd() {
        return unpriced == 0 && condition != Condition.NO_PRICE ? Optional.of(upToUsd) : Optional.empty();
    }

    /**
     * The price of the seats, less the credits that would have to be bought beyond the smaller pool; never below zero.
     * Where the pool's use is not known this is the price, under a condition.
     */
    public static Saving of(EndedSeats ended, PoolUse use) {
        if (ended.seats() == 0) {
            return new Saving(0, BigDecimal.ZERO, BigDecimal.ZERO, Condition.NO_SEATS);
        }
        BigDecimal price = ended.cost().usd();
        if (price.signum() == 0) {
            return saving(
                    ended, BigDecimal.ZERO, ended.cost().unpriced() == 0 ? Condition.PRICE_ZERO : Condition.NO_PRICE);
        }
        return ended.cost().unpriced() == 0 ? priced(ended, use) : partlyPriced(ended, use);
    }

    /** What a seat of an unnamed plan brings to the pool is as unknown as its price. */
    private static Saving partlyPriced(EndedSeats ended, PoolUse use) {
        return switch (use) {
            case PoolUse.SharedWithEnterprise _ -> priced(ended, use);
            case PoolUse.Projected _, PoolUse.PerhapsOwn _, PoolUse.PoolUnknown _, PoolUse.NotProjected _ ->
                priced(ended, new PoolUse.PoolUnknown());
        };
    }

    private static Saving priced(EndedSeats ended, PoolUse use) {
        BigDecimal price = ended.cost().usd();
        return switch (use) {
            case PoolUse.Projected pool -> projected(ended, pool);
            case PoolUse.PerhapsOwn(var own) ->
                saving(ended, projected(ended, own).upToUsd(), Condition.BILLER_UNKNOWN);
            case PoolUse.SharedWithEnterprise _ -> saving(ended, price, Condition.ENTERPRISE_POOL_UNKNOWN);
            case PoolUse.PoolUnknown _ -> saving(ended, price, Condition.POOL_UNKNOWN);
            case PoolUse.NotProjected _ -> saving(ended, price, Condition.PROJECTION_UNKNOWN);
        };
    }

    private static Saving projected(EndedSeats ended, PoolUse.Projected pool) {
        BigDecimal smaller = pool.included().subtract(ended.credits()).max(BigDecimal.ZERO);
        BigDecimal bought = beyond(pool.projected(), smaller).subtract(beyond(pool.projected(), pool.included()));
        BigDecimal usd =
                ended.cost().usd().subtract(bought.multiply(USD_A_CREDIT)).max(BigDecimal.ZERO);
        if (usd.signum() == 0) {
            return saving(ended, BigDecimal.ZERO, Condition.CREDITS_USED_UP);
        }
        return saving(ended, usd, bought.signum() == 0 ? Condition.CREDITS_LEFT_OVER : Condition.CREDITS_PARTLY_USED);
    }

    private static BigDecimal beyond(BigDecimal credits, BigDecimal pool) {
        return credits.subtract(pool).max(BigDecimal.ZERO);
    }

    private static Saving saving(EndedSeats ended, BigDecimal usd, Condition condition) {
        return new Saving(
                ended.seats(), ended.cost().usd(), usd, condition, ended.cost().unpriced());
    }
}
