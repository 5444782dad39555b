package dev.flightlog.governance;

import dev.flightlog.github.RepositoryFacts;
import org.jspecify.annotations.Nullable;

/** Which repository governs an organization, as GitHub has them now. */
sealed interface RepositorySearch {
    /**
     * The known one, whatever it is called now, or the first that counts.
     *
     * @param other another repository that has the configured name; null where there is none
     */
    record Found(RepositoryFacts repository, @Nullable RepositoryFacts other) implements RepositorySearch {}

    /** There is one of that name, and only an owner can say that it is the one. */
    record Unconfirmed(RepositoryFacts candidate) implements RepositorySearch {}

    /** There is none, or the app may not see it. */
    record Missing() implements RepositorySearch {}
}
