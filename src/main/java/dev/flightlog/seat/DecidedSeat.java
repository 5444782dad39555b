package dev.flightlog.seat;

/** A seat and what it is under a policy at a moment. */
public record DecidedSeat(Seat seat, SeatDecision decision) {}
