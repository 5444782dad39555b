package dev.flightlog.seat;

import java.util.List;

/**
 * A part of a list of seats.
 *
 * @param total how many seats the whole list has
 * @param seats those asked for
 */
public record SeatPart(int total, List<DecidedSeat> seats) {
    public SeatPart {
        seats = List.copyOf(seats);
    }
}
