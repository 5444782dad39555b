package dev.flightlog.privacy;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A figure about a group of people, as far as it may be shown. Whoever renders one has no way to a value that may not be
 * shown: there is none in it.
 *
 * @param <T> what is shown, such as a count or a sum
 */
public sealed interface Figure<T> {
    /** Written where a value may not be shown and its size not either. */
    String NONE = "–";

    /** May be shown; nobody at all is 0 and may be shown too. */
    record Shown<T>(T value) implements Figure<T> {}

    /**
     * A count of at least one person, but of fewer than the policy's {@code privacy.min_team_size}.
     *
     * @param threshold the policy's {@code privacy.min_team_size}
     */
    record Few<T>(int threshold) implements Figure<T> {}

    /** Sums, rates and shares of few people; and what would give a few people away together with other figures. */
    record Withheld<T>() implements Figure<T> {}

    static <T> Figure<T> shown(T value) {
        return new Shown<>(value);
    }

    static <T> Figure<T> withheld() {
        return new Withheld<>();
    }

    /** The value, or null where it may not be shown. */
    default @Nullable T orNull() {
        return switch (this) {
            case Shown<T> shown -> shown.value();
            case Few<T> _ -> null;
            case Withheld<T> _ -> null;
        };
    }

    /** What is said in place of a value that is not known here. */
    default Figure<T> hide() {
        return switch (this) {
            case Shown<T> _ -> new Withheld<>();
            case Few<T> few -> few;
            case Withheld<T> withheld -> withheld;
        };
    }

    /** The same of another value. */
    default <U> Figure<U> map(Function<? super T, ? extends U> change) {
        return switch (this) {
            case Shown<T> shown -> new Shown<>(change.apply(shown.value()));
            case Few<T> few -> new Few<>(few.threshold());
            case Withheld<T> _ -> new Withheld<>();
        };
    }

    /** In words: the value, "fewer than 5", or –. */
    default String text(Function<? super T, String> words) {
        return switch (this) {
            case Shown<T> shown -> words.apply(shown.value());
            case Few<T> few -> "fewer than " + few.threshold();
            case Withheld<T> _ -> NONE;
        };
    }
}
