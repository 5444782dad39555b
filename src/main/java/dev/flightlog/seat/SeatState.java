package dev.flightlog.seat;

import java.util.Locale;
import java.util.Set;

/** What a seat is, in the order in which it is decided; the first that fits holds. */
public enum SeatState {
    ENDING("Cancelled; the seat ends with the billing cycle."),
    EXEMPT("The policy says that this seat is never idle."),
    ACTIVE("Used within the policy's idle time."),
    NEW("Assigned recently; no use known yet."),
    SIGNED_IN("Signed in, but no use known: used without telemetry, or opened and not used."),
    IDLE("Used before, but not within the policy's idle time."),
    NEVER_USED("No use ever known, and the grace period is over.");

    /** The states whose price counts as idle spend: what "idle seats" means everywhere. */
    public static final Set<SeatState> IDLE_SPEND = Set.of(IDLE, NEVER_USED);

    private final String meaning;

    SeatState(String meaning) {
        this.meaning = meaning;
    }

    /** The word used in commands, the API and the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How it is written for people: "never used". */
    public String words() {
        return key().replace('_', ' ');
    }

    /** One sentence for people. */
    public String meaning() {
        return meaning;
    }

    /** Whether the seat's price counts as money spent for nothing. */
    public boolean countsAsIdleSpend() {
        return IDLE_SPEND.contains(this);
    }
}
