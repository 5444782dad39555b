package dev.flightlog.seat;

/**
 * Some seats of an organization.
 *
 * @param all figures of all seats
 * @param fitting figures of those that fit
 * @param part those asked for
 */
public record SeatSelection(SeatOverview all, SeatOverview fitting, SeatPart part) {}
