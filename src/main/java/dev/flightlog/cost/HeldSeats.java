package dev.flightlog.cost;

import dev.flightlog.seat.SeatCost;
import java.time.LocalDate;

/**
 * Seats on a day, and what they cost.
 *
 * @param day UTC day of the listing
 * @param cost what they cost a month at the policy's prices
 */
public record HeldSeats(LocalDate day, int seats, SeatCost cost) {}
