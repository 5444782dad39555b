package dev.flightlog.cost;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Seats on a day, and what they cost.
 *
 * @param day UTC day of the listing
 * @param usd US dollars a month at the policy's prices
 */
public record HeldSeats(LocalDate day, int seats, BigDecimal usd) {}
