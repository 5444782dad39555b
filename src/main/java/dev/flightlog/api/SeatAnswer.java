package dev.flightlog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flightlog.seat.DecidedSeat;
import dev.flightlog.seat.Seat;
import dev.flightlog.seat.SeatDecision;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A seat: GitHub's own fields first, then what Flightlog knows of it. For readers who may see names only.
 *
 * @param assigningTeam null when assigned directly
 * @param lastActivityAt the latest that GitHub ever reported; kept when GitHub forgets it after 90 days
 * @param state ending, exempt, active, new, signed_in, idle or never_used
 * @param reason why it is in this state, in a sentence
 * @param lastKnownActivityAt the latest of GitHub's times and the last day with usage
 * @param monthlyCostUsd US dollars a month; null where GitHub does not name the plan
 * @param idleSpend none, removable, or needs_team_change
 * @param idleSpendUsd price of an idle seat in US dollars a month, null where it is not known; what removing it saves is in the overview
 * @param teams slugs of the person's teams
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SeatAnswer(
        Assignee assignee,
        @Nullable AssigningTeam assigningTeam,
        Instant createdAt,
        @Nullable LocalDate pendingCancellationDate,
        @Nullable Instant lastActivityAt,
        @Nullable String lastActivityEditor,
        @Nullable Instant lastAuthenticatedAt,
        String planType,
        String state,
        String reason,
        @Nullable Instant lastKnownActivityAt,
        @Nullable BigDecimal monthlyCostUsd,
        String idleSpend,
        @Nullable BigDecimal idleSpendUsd,
        List<String> teams) {
    /** Who holds a seat. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Assignee(long id, String login) {}

    /** The team through which a seat is held. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record AssigningTeam(long id, @Nullable String slug) {}

    static SeatAnswer of(DecidedSeat decided) {
        Seat seat = decided.seat();
        SeatDecision decision = decided.decision();
        Long team = seat.assigningTeamId();
        return new SeatAnswer(
                new Assignee(seat.personId(), seat.login()),
                team == null ? null : new AssigningTeam(team, seat.assigningTeamSlug()),
                seat.createdAt(),
                seat.pendingCancellationDate(),
                seat.lastActivityAt(),
                seat.lastActivityEditor(),
                seat.lastAuthenticatedAt(),
                seat.plan().key(),
                decision.state().key(),
                decision.because(),
                seat.lastKnownActivity().orElse(null),
                decision.monthlyPriceUsd().orElse(null),
                decision.idleSpend().name().toLowerCase(java.util.Locale.ROOT),
                decision.idleSpendUsd().orElse(null),
                seat.teams().stream().sorted().toList());
    }
}
