package dev.flightlog.seat;

import dev.flightlog.copilot.CopilotSeat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A seat that is held now, with everything known of it.
 *
 * @param assigningTeamId the team that gives the seat, with its slug; null if it was assigned to the person
 * @param lastActivityAt the latest that GitHub ever reported, kept when GitHub forgets it
 * @param lastActiveDay the last UTC day with activity in the usage reports
 * @param teams slugs of every team the person is in
 */
public record Seat(
        long personId,
        String login,
        SeatPlan plan,
        @Nullable Long assigningTeamId,
        @Nullable String assigningTeamSlug,
        Instant createdAt,
        @Nullable LocalDate pendingCancellationDate,
        @Nullable Instant lastActivityAt,
        @Nullable String lastActivityEditor,
        @Nullable Instant lastAuthenticatedAt,
        @Nullable LocalDate lastActiveDay,
        Set<String> teams) {
    public Seat {
        teams = Set.copyOf(teams);
    }

    /** See {@link LastKnownActivity}. */
    public Optional<Instant> lastKnownActivity() {
        return LastKnownActivity.of(
                lastActivityAt == null ? List.of() : List.of(lastActivityAt), Optional.ofNullable(lastActiveDay));
    }

    /** As GitHub lists it now; activity that GitHub has dropped is kept. */
    public Seat seenAgain(CopilotSeat seat) {
        CopilotSeat.AssigningTeam team = seat.assigningTeam();
        return new Seat(
                personId,
                seat.login(),
                SeatPlan.of(seat.planType()),
                team == null ? null : team.id(),
                team == null ? null : team.slug(),
                seat.createdAt(),
                seat.pendingCancellationDate(),
                later(lastActivityAt, seat.lastActivityAt()),
                lastActivityEditor,
                later(lastAuthenticatedAt, seat.lastAuthenticatedAt()),
                lastActiveDay,
                teams);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    /** What its state is decided from. */
    public SeatFacts facts() {
        return new SeatFacts(
                personId,
                login,
                createdAt,
                plan,
                Optional.ofNullable(pendingCancellationDate),
                lastKnownActivity(),
                Optional.ofNullable(lastAuthenticatedAt),
                teams,
                Optional.ofNullable(assigningTeamSlug));
    }
}
