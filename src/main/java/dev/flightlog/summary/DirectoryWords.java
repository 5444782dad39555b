package dev.flightlog.summary;

import dev.flightlog.health.SourceStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words for people and teams that are not known: where they were never read there are not none. Plain text. */
public final class DirectoryWords {
    private DirectoryWords() {}

    /**
     * Why nothing can be said about people and teams, as a sentence; nothing where they were read.
     *
     * @param directory how the last reading of people and teams went; null where none was tried
     */
    public static Optional<String> unread(@Nullable SourceStatus directory) {
        if (directory != null && directory.succeededAt() != null) {
            return Optional.empty();
        }
        String cause = directory == null ? null : directory.detail();
        return Optional.of("People and teams could not be read: "
                + (cause == null ? "the first reading is not done yet." : cause));
    }
}
