package dev.flightlog.seat;

import dev.flightlog.text.Numbers;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What some seats cost a month. Unknown is never zero: a seat whose plan GitHub does not name costs money too, nobody here
 * knows how much, so that a sum that lacks it is only the least that they cost.
 *
 * @param usd US dollars a month of those seats whose price is known
 * @param unpriced how many further seats there are whose price is not known
 */
public record SeatCost(BigDecimal usd, int unpriced) {
    public static final SeatCost NONE = new SeatCost(BigDecimal.ZERO, 0);

    public SeatCost {
        if (usd.signum() < 0 || unpriced < 0) {
            throw new IllegalArgumentException(
                    "usd and unpriced must not be negative, but are " + usd + " and " + unpriced);
        }
    }

    /** Of one seat. */
    public static SeatCost of(Optional<BigDecimal> price) {
        return price.map(SeatCost::of).orElseGet(() -> new SeatCost(BigDecimal.ZERO, 1));
    }

    /** Of seats whose price is known. */
    public static SeatCost of(BigDecimal usd) {
        return new SeatCost(usd, 0);
    }

    /** Of seats by plan, at the prices of these rules. */
    public static SeatCost of(Map<SeatPlan, Integer> seats, SeatRules rules) {
        return seats.entrySet().stream()
                .map(plan -> of(rules.price(plan.getKey())).times(plan.getValue()))
                .reduce(NONE, SeatCost::plus);
    }

    public SeatCost plus(SeatCost more) {
        return new SeatCost(usd.add(more.usd), unpriced + more.unpriced);
    }

    private SeatCost times(int seats) {
        return new SeatCost(usd.multiply(BigDecimal.valueOf(seats)), unpriced * seats);
    }

    /** The sum, where the price of every seat is known. */
    public Optional<BigDecimal> whole() {
        return unpriced == 0 ? Optional.of(usd) : Optional.empty();
    }

    /** The least that the seats cost; none where that would be nothing only because no price is known. */
    public Optional<BigDecimal> least() {
        return unpriced > 0 && usd.signum() == 0 ? Optional.empty() : Optional.of(usd);
    }

    /** "1,140 USD", "at least 38 USD" or "not known". */
    public String words() {
        return least().map(known -> (unpriced > 0 ? "at least " : "") + Numbers.usd(known))
                .orElse("not known");
    }

    /** The same of a projection, whose cents say nothing. */
    public String wholeWords() {
        return least().map(known -> (unpriced > 0 ? "at least " : "") + Numbers.wholeUsd(known))
                .orElse("not known");
    }

    /** The same as an object of "cost": "an unknown amount". */
    public String amount() {
        return least().isPresent() ? words() : "an unknown amount";
    }
}
