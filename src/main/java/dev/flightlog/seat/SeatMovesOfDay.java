package dev.flightlog.seat;

import java.time.LocalDate;

/** Seats that were given and that ended on a UTC day. */
public record SeatMovesOfDay(LocalDate day, int given, int ended) {}
