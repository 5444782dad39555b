package dev.flightlog.publish;

import dev.flightlog.github.discussion.DiscussionCategory;
import java.util.Optional;

/** What publishing came to. */
public sealed interface Outcome {
    /** It was posted. */
    record Created(Publication publication) implements Outcome {}

    /** It was there and says something else now. */
    record Edited(Publication publication) implements Outcome {}

    /** It was there and says this already, or is not ours to edit; nothing was sent. */
    record Unchanged(Publication publication) implements Outcome {}

    /** A person deleted it. It is not posted again. */
    record Gone(Publication publication) implements Outcome {}

    /** The category for the discussion is not there: {@link DiscussionCategory.Absent} or discussions are off. */
    record NoPlace(DiscussionCategory category) implements Outcome {}

    /** As metrics name it. */
    default String word() {
        return switch (this) {
            case Created _ -> "created";
            case Edited _ -> "edited";
            case Unchanged _ -> "unchanged";
            case Gone _ -> "gone";
            case NoPlace _ -> "no_place";
        };
    }

    /** Its address on GitHub, if it is there. */
    default Optional<Publication> standing() {
        return switch (this) {
            case Created(Publication publication) -> Optional.of(publication);
            case Edited(Publication publication) -> Optional.of(publication);
            case Unchanged(Publication publication) -> Optional.of(publication);
            case Gone _, NoPlace _ -> Optional.empty();
        };
    }
}
