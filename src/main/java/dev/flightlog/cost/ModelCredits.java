package dev.flightlog.cost;

import java.math.BigDecimal;

/**
 * AI credits that one model used in a month, as GitHub bills them.
 *
 * @param model in GitHub's words, which are open-ended; empty where GitHub names none
 */
public record ModelCredits(String model, BigDecimal credits) {}
