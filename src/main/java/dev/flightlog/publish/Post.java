package dev.flightlog.publish;

import dev.flightlog.markdown.Marker;

/**
 * A text to publish.
 *
 * @param marker what it is called: its identity, here and on GitHub
 * @param body Markdown; the marker is put before it if it is not in it, and it is cut at GitHub's limit
 * @param again true to post it again if a person deleted it
 */
public record Post(Marker marker, PostTarget place, String body, boolean again) {
    public static Post of(Marker marker, PostTarget place, String body) {
        return new Post(marker, place, body, false);
    }

    /** The same, posted again if a person deleted it. */
    public Post evenIfDeleted() {
        return new Post(marker, place, body, true);
    }
}
