package dev.flightlog.summary;

import java.time.LocalDate;

/** How many distinct people were active on one published UTC day. */
public record ActiveDay(LocalDate day, int activeUsers) {
    public ActiveDay {
        if (activeUsers < 0) {
            throw new IllegalArgumentException("activeUsers must not be negative, but is " + activeUsers);
        }
    }
}
