package dev.flightlog.seat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** A person or team whose seats are never called idle, such as people on leave. */
public sealed interface Exemption {
    /** The last UTC day on which it holds; without one it holds for good. */
    Optional<LocalDate> until();

    /** What the policy says about why. */
    Optional<String> reason();

    /** Whether the seat's person is meant. Logins of people who are not known, and slugs, compare without regard to case, as on GitHub. */
    boolean names(SeatFacts seat);

    /** Whether it still holds: {@code until} itself is the last day. */
    default boolean holdsAt(Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        return until().map(last -> !today.isAfter(last)).orElse(true);
    }

    /**
     * One person. A login says who was meant only until somebody is renamed, and directory and listing of seats learn of
     * that at different times; so where the id is known it alone counts.
     *
     * @param personId GitHub's id; nothing while nobody of this login is known
     */
    record ForUser(String login, Optional<Long> personId, Optional<LocalDate> until, Optional<String> reason)
            implements Exemption {
        public ForUser {
            requireName("login", login);
        }

        /** As the policy's file writes it. */
        public ForUser(String login, Optional<LocalDate> until, Optional<String> reason) {
            this(login, Optional.empty(), until, reason);
        }

        @Override
        public boolean names(SeatFacts seat) {
            return personId.map(id -> id == seat.personId()).orElseGet(() -> login.equalsIgnoreCase(seat.login()));
        }
    }

    /** Everybody in one team, by slug. */
    record ForTeam(String slug, Optional<LocalDate> until, Optional<String> reason) implements Exemption {
        public ForTeam {
            requireName("slug", slug);
        }

        @Override
        public boolean names(SeatFacts seat) {
            return seat.teams().stream().anyMatch(slug::equalsIgnoreCase);
        }
    }

    private static void requireName(String field, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + " must not be blank");
        }
    }
}
