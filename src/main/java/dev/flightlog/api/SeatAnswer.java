package dev.flightlog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flightlog.seat.DecidedSeat;
import dev.flightlog.seat.Seat;
import dev.flightlog.seat.SeatDecision;
import dev.flightlog.seat.SeatState;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A seat: GitHub's own fields first, then what Flightlog knows of it.
 *
 * @param assignee null where people are not named
 * @param assigningTeam null where people are not named, or when assigned directly
 * @param lastActivityAt the latest that GitHub ever reported; kept when GitHub forgets it after 90 days; this and the
 * other
 *     activity is null for an exempt seat where people are not named
 * @param state ending, exempt, active, new, signed_in, idle or never_used
 * @param reason why it is in this state, in a sentence; null where it would name somebody who is not named
 * @param lastKnownActivityAt the latest of GitHub's times and the last day with usage
 * @param monthlyCostUsd US dollars a month
 * @param idleSpend none, removable, or needs_team_change
 * @param idleSpendUsd US dollars a month spent for nothing
 * @param teams slugs of the person's teams; empty where people are not named
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SeatAnswer(
        @Nullable Assignee assignee,
        @Nullable AssigningTeam assigningTeam,
        Instant createdAt,
        @Nullable LocalDate pendingCancellationDate,
        @Nullable Instant lastActivityAt,
        @Nullable String lastActivityEditor,
        @Nullable Instant lastAuthenticatedAt,
        String planType,
        String state,
        @Nullable String reason,
        @Nullable Instant lastKnownActivityAt,
        BigDecimal monthlyCostUsd,
        String idleSpend,
        BigDecimal idleSpendUsd,
        List<String> teams) {
    /** Who holds a seat. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Assignee(long id, String login) {}

    /** The team through which a seat is held. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record AssigningTeam(long id, @Nullable String slug) {}

    static SeatAnswer of(DecidedSeat decided, boolean names) {
        Seat seat = decided.seat();
        SeatDecision decision = decided.decision();
        // A small team's seats, picked out by it, would be that team's figures.
        Long team = names ? seat.assigningTeamId() : null;
        // The policy file already shows who is exempt.
        boolean told = names || decision.state() != SeatState.EXEMPT;
        return new SeatAnswer(
                names ? new Assignee(seat.personId(), seat.login()) : null,
                team == null ? null : new AssigningTeam(team, seat.assigningTeamSlug()),
                seat.createdAt(),
                seat.pendingCancellationDate(),
                told ? seat.lastActivityAt() : null,
                told ? seat.lastActivityEditor() : null,
                told ? seat.lastAuthenticatedAt() : null,
                seat.plan().key(),
                decision.state().key(),
                told ? decision.because() : null,
                told ? seat.lastKnownActivity().orElse(null) : null,
                decision.monthlyPriceUsd(),
                decision.idleSpend().name().toLowerCase(java.util.Locale.ROOT),
                decision.idleSpendUsd(),
                names ? seat.teams().stream().sorted().toList() : List.of());
    }
}
