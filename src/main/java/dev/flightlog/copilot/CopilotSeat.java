package dev.flightlog.copilot;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One seat as GitHub lists it (github.md: Seats).
 *
 * @param planType business, enterprise, or unknown; the organization's own plan where the seat names none
 * @param assigningTeam the team or enterprise team that gives the seat; null if it was assigned to the person
 * @param createdAt when access was last granted
 * @param lastActivityAt null for never, not within 90 days, or telemetry off
 */
public record CopilotSeat(
        long personId,
        String login,
        String planType,
        @Nullable AssigningTeam assigningTeam,
        Instant createdAt,
        @Nullable LocalDate pendingCancellationDate,
        @Nullable Instant lastActivityAt,
        @Nullable String lastActivityEditor,
        @Nullable Instant lastAuthenticatedAt) {
    public CopilotSeat {
        if (personId <= 0) {
            throw new IllegalArgumentException("personId must be above 0, but is " + personId);
        }
        if (login.isBlank()) {
            throw new IllegalArgumentException("login must not be blank");
        }
    }

    /** Which team gives a seat; an enterprise team has an id from another series. */
    public record AssigningTeam(long id, String slug) {}
}
