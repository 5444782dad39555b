package dev.flightlog.command;

import dev.flightlog.github.issue.Reaction;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The result of a command; each final one has its own reaction. */
public enum Outcome {
    RUNNING(null),
    ANSWERED(Reaction.THUMBS_UP),
    REFUSED(Reaction.THUMBS_DOWN),
    NOT_FOUND(Reaction.THUMBS_DOWN),
    NOT_UNDERSTOOD(Reaction.CONFUSED),
    NOT_A_MEMBER(Reaction.THUMBS_DOWN),
    FAILED(Reaction.THUMBS_DOWN),
    LIMITED(Reaction.THUMBS_DOWN);

    /** Its word in rows and metrics since version 0.1.0. */
    private static final String STORED_NOT_A_MEMBER = "unheard";

    private final Optional<Reaction> reaction;

    Outcome(@Nullable Reaction reaction) {
        this.reaction = Optional.ofNullable(reaction);
    }

    /** The last reaction on the comment; none while it runs. */
    Optional<Reaction> reaction() {
        return reaction;
    }

    /** The word in the database and in metrics. */
    public String word() {
        return this == NOT_A_MEMBER ? STORED_NOT_A_MEMBER : name().toLowerCase(Locale.ROOT);
    }

    static Outcome of(String word) {
        return word.equals(STORED_NOT_A_MEMBER) ? NOT_A_MEMBER : valueOf(word.toUpperCase(Locale.ROOT));
    }
}
