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

    /** Whether the seat's person is meant. Logins and slugs compare without regard to case, as on GitHub. */
    boolean names(SeatFacts seat);

    /** Whether it still holds: {@code until} itself is the last day. */
    default boolean holdsAt(Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        return until().map(last -> !today.isAfter(last)).orElse(true);
    }

    /** One person, by login. */
    record ForUser(String login, Optional<LocalDate> until, Optional<String> reason) implements Exemption {
        public ForUser {
            requireName("login", login);
        }

        @Override
        public boolean names(SeatFacts seat) {
            return login.equalsIgnoreCase(seat.login());
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
