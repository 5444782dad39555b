package dev.flightlog.command;

import dev.flightlog.github.issue.Reaction;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of a command; each ends with a reaction of its own. */
public enum Outcome {
    RUNNING(null),
    ANSWERED(Reaction.THUMBS_UP),
    REFUSED(Reaction.THUMBS_DOWN),
    NOT_FOUND(Reaction.THUMBS_DOWN),
    NOT_UNDERSTOOD(Reaction.CONFUSED),
    UNHEARD(Reaction.THUMBS_DOWN),
    FAILED(Reaction.THUMBS_DOWN),
    LIMITED(Reaction.THUMBS_DOWN);

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
        return name().toLowerCase(Locale.ROOT);
    }

    static Outcome of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
