package dev.flightlog.seat;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a seat is, and why.
 *
 * @param because one sentence for the person who asks; may hold names, so escape it before posting
 * @param monthlyPriceUsd what the seat costs a month under the policy; none where GitHub does not name its plan
 */
public record SeatDecision(
        String login, SeatState state, String because, IdleSpend idleSpend, Optional<BigDecimal> monthlyPriceUsd) {
    public SeatDecision {
        if (state.countsAsIdleSpend() == (idleSpend == IdleSpend.NONE)) {
            throw new IllegalArgumentException("idleSpend of state " + state + " must not be " + idleSpend);
        }
    }

    /** Whether the price counts as money spent for nothing. */
    public boolean countsAsIdleSpend() {
        return idleSpend != IdleSpend.NONE;
    }

    /** US dollars a month spent for nothing; zero for a seat in use, none where the price is not known. */
    public Optional<BigDecimal> idleSpendUsd() {
        return countsAsIdleSpend() ? monthlyPriceUsd : Optional.of(BigDecimal.ZERO);
    }
}
