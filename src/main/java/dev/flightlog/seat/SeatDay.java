package dev.flightlog.seat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An organization's seats on one UTC day, with GitHub's own breakdown as GitHub gives it.
 *
 * @param unreadableSeats further seats that GitHub listed without a person
 * @param breakdownTotal seats as GitHub counts them; null on days before it was kept
 * @param settings JSON object of the settings, such as {@code seat_management_setting}
 */
public record SeatDay(
        LocalDate day,
        int seats,
        int businessSeats,
        int enterpriseSeats,
        int directSeats,
        int unreadableSeats,
        @Nullable String planType,
        @Nullable Integer breakdownTotal,
        @Nullable Integer addedThisCycle,
        @Nullable Integer pendingCancellation,
        @Nullable Integer pendingInvitation,
        @Nullable Integer activeThisCycle,
        @Nullable Integer inactiveThisCycle,
        String settings) {}
