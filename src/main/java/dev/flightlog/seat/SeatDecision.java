package dev.flightlog.seat;

import java.math.BigDecimal;

/**
 * What a seat is, and why.
 *
 * @param because one sentence for the person who asks; may hold names, so escape it before posting
 * @param monthlyPriceUsd what the seat costs a month under the policy
 */
public record SeatDecision(
        String login, SeatState state, String because, IdleSpend idleSpend, BigDecimal monthlyPriceUsd) {
    public SeatDecision {
        if (state.countsAsIdleSpend() == (idleSpend == IdleSpend.NONE)) {
            throw new IllegalArgumentException("idleSpend of state " + state + " must not be " + idleSpend);
        }
    }

    /** Whether the price counts as money spent for nothing. */
    public boolean countsAsIdleSpend() {
        return idleSpend != IdleSpend.NONE;
    }

    /** US dollars a month spent for nothing; zero for a seat in use. */
    public BigDecimal idleSpendUsd() {
        return countsAsIdleSpend() ? monthlyPriceUsd : BigDecimal.ZERO;
    }
}
