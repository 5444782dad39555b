package dev.flightlog.alert;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A warning that was given.
 *
 * @param limit key of the limit, see {@link dev.flightlog.cost.SpendingLimit#key}
 * @param percent 75, 90 or 100
 * @param used and {@code amount} as they were then: AI credits, or US dollars for a budget of GitHub's
 */
public record Warning(String limit, int percent, Instant noticedAt, BigDecimal used, BigDecimal amount) {}
