package dev.flightlog.alert;

import dev.flightlog.cost.SpendingLimit;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A warning that was given.
 *
 * @param limit what kind of limit it is
 * @param percent 75, 90 or 100
 * @param used and {@code amount} as they were then: AI credits, or US dollars for a budget of GitHub's
 */
public record Warning(SpendingLimit.Kind limit, int percent, Instant noticedAt, BigDecimal used, BigDecimal amount) {}
