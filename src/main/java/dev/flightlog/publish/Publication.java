package dev.flightlog.publish;

import dev.flightlog.github.RepositoryName;
import dev.flightlog.markdown.Marker;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text that was published, as it was when we last looked.
 *
 * @param contentHash of what we last sent
 * @param seenHash of what GitHub then gave back
 * @param adopted true where a person had made it before us
 * @param editedAt when we last edited it; null if never
 * @param closedAt null while an issue is open, and for all else
 */
public record Publication(
        Marker marker,
        PostLocation location,
        long repositoryId,
        RepositoryName repository,
        String url,
        String contentHash,
        String seenHash,
        boolean adopted,
        State state,
        Instant publishedAt,
        @Nullable Instant editedAt,
        @Nullable Instant closedAt) {

    /** What became of it on GitHub. */
    public enum State {
        THERE("there"),
        DELETED("deleted"),
        EDITED_BY_HAND("edited_by_hand");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static State of(String word) {
            for (State state : values()) {
                if (state.word.equals(word)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("state must be known, but is " + word);
        }
    }
}
