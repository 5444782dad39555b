package dev.flightlog.seat;

import java.util.List;

/** Somebody who holds seats in several organizations, by their ids. */
public record SharedSeat(long personId, String login, List<Long> organizations) {
    public SharedSeat {
        organizations = List.copyOf(organizations);
    }
}
