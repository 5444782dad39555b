package dev.flightlog.setup;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Who may set up: whoever can read the log, once. The log's token opens the page until an App is made; a state goes to
 * GitHub with each form and comes back once, within an hour (github.md: Manifest). Kept in memory: setup mode is one
 * process.
 */
@Singleton
@Requires(condition = NotConfigured.class)
final class SetupTickets {
    private static final Duration VALID = Duration.ofHours(1);
    private static final int MAX_STATES = 20;
    private static final int RANDOM_BYTES = 32;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final String token = secret();
    private final List<State> states = new ArrayList<>();
    private boolean used;

    SetupTickets(InstantSource clock) {
        this.clock = clock;
    }

    String token() {
        return token;
    }

    boolean opens(String given) {
        return same(token, given);
    }

    /** True once an App was made: the token opens nothing more. */
    synchronized boolean used() {
        return used;
    }

    synchronized void use() {
        used = true;
        states.clear();
    }

    /** A new state. Of too many, the oldest goes. */
    synchronized String issue() {
        if (states.size() == MAX_STATES) {
            states.removeFirst();
        }
        State state = new State(secret(), clock.instant().plus(VALID));
        states.add(state);
        return state.value();
    }

    /** Takes a state that was issued within the hour; a second time there is nothing. */
    synchronized Optional<State> take(String given) {
        Optional<State> taken = Optional.empty();
        for (Iterator<State> each = states.iterator(); each.hasNext(); ) {
            State state = each.next();
            if (same(state.value(), given)) {
                taken = Optional.of(state);
                each.remove();
            }
        }
        return taken.filter(state -> clock.instant().isBefore(state.until()));
    }

    /** Makes a state valid again that came back in vain. */
    synchronized void giveBack(State state) {
        states.add(state);
    }

    private String secret() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** What goes to GitHub and comes back. */
    record State(String value, Instant until) {
        @Override
        public String toString() {
            return "State[***, until=" + until + "]";
        }
    }
}
