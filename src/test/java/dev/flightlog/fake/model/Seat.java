package dev.flightlog.fake.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A Copilot seat as the seats API tells it (github.md: Seats). */
public record Seat(
        Person assignee,
        @Nullable Team assigningTeam,
        Instant createdAt,
        @Nullable Instant lastActivityAt,
        @Nullable String lastActivityEditor,
        @Nullable Instant lastAuthenticatedAt,
        @Nullable LocalDate pendingCancellationDate,
        String planType) {

    public static Seat direct(Person assignee, Instant createdAt) {
        return new Seat(assignee, null, createdAt, null, null, null, null, "business");
    }

    public Seat throughTeam(Team team) {
        return new Seat(
                assignee,
                team,
                createdAt,
                lastActivityAt,
                lastActivityEditor,
                lastAuthenticatedAt,
                pendingCancellationDate,
                planType);
    }

    public Seat activeAt(@Nullable Instant at, @Nullable String editor) {
        return new Seat(
                assignee, assigningTeam, createdAt, at, editor, lastAuthenticatedAt, pendingCancellationDate, planType);
    }

    public Seat signedInAt(@Nullable Instant at) {
        return new Seat(
                assignee,
                assigningTeam,
                createdAt,
                lastActivityAt,
                lastActivityEditor,
                at,
                pendingCancellationDate,
                planType);
    }

    public Seat endingOn(@Nullable LocalDate day) {
        return new Seat(
                assignee,
                assigningTeam,
                createdAt,
                lastActivityAt,
                lastActivityEditor,
                lastAuthenticatedAt,
                day,
                planType);
    }

    public Seat createdAt(Instant at) {
        return new Seat(
                assignee,
                assigningTeam,
                at,
                lastActivityAt,
                lastActivityEditor,
                lastAuthenticatedAt,
                pendingCancellationDate,
                planType);
    }

    public Seat onPlan(String plan) {
        return new Seat(
                assignee,
                assigningTeam,
                createdAt,
                lastActivityAt,
                lastActivityEditor,
                lastAuthenticatedAt,
                pendingCancellationDate,
                plan);
    }
}
