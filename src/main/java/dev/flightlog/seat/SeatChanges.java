package dev.flightlog.seat;

/**
 * What a listing changed.
 *
 * @param seats seats held now
 * @param granted seats that are new; empty for an organization's first listing
 * @param changed changes of plan, team or cancellation
 * @param revoked seats that ended
 */
public record SeatChanges(int seats, int granted, int changed, int revoked) {}
