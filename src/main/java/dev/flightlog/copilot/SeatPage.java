package dev.flightlog.copilot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the seat listing.
 *
 * @param totalSeats how many seats GitHub says the whole listing has; it may move while pages are read;
 *     null where GitHub does not say, which is not zero
 * @param unreadable entries that name no person or no date, such as seats of accounts that are gone
 * @param future times of activity or sign-in that are in the future, and are left out
 */
public record SeatPage(@Nullable Integer totalSeats, List<CopilotSeat> seats, int unreadable, int future) {
    public SeatPage {
        seats = List.copyOf(seats);
    }
}
