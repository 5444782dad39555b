package dev.flightlog.seat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of one seat when its state is decided.
 *
 * @param pendingCancellationDate the day on which the seat ends, if somebody cancelled it
 * @param lastKnownActivity the latest activity ever seen, see {@link LastKnownActivity}
 * @param lastAuthenticatedAt the last sign-in that GitHub reports
 * @param teams slugs of every team the person is in
 * @param assigningTeam slug of the team that gives the seat; none if it was assigned to the person
 */
public record SeatFacts(
        long personId,
        String login,
        Instant createdAt,
        SeatPlan plan,
        Optional<LocalDate> pendingCancellationDate,
        Optional<Instant> lastKnownActivity,
        Optional<Instant> lastAuthenticatedAt,
        Set<String> teams,
        Optional<String> assigningTeam) {
    public SeatFacts {
        if (login.isBlank()) {
            throw new IllegalArgumentException("login must not be blank");
        }
        teams = Set.copyOf(teams);
    }
}
