package dev.flightlog.review;

import dev.flightlog.seat.Seat;
import java.time.Instant;
import java.util.Map;

/**
 * Seats that a new review does not propose, whatever their use.
 *
 * @param keptUntil by person, until when a seat that somebody kept is not proposed again
 * @param refusedAt by person, when GitHub refused last to take the seat back
 */
public record LeftAlone(Map<Long, Instant> keptUntil, Map<Long, Instant> refusedAt) {
    public LeftAlone {
        keptUntil = Map.copyOf(keptUntil);
        refusedAt = Map.copyOf(refusedAt);
    }

    /** Somebody kept it, and that still counts. */
    boolean kept(Seat seat, Instant now) {
        return now.isBefore(keptUntil.getOrDefault(seat.personId(), Instant.MIN));
    }

    /**
     * GitHub refused to take this very seat back, as it does where the enterprise assigned it; its list does not say which
     * those are. A seat that was given since then, or is held through a team now, is another.
     */
    boolean refused(Seat seat) {
        Instant refused = refusedAt.get(seat.personId());
        return refused != null
                && seat.assigningTeamId() == null
                && !seat.createdAt().isAfter(refused);
    }
}
