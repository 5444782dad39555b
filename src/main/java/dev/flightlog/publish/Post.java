package dev.flightlog.publish;

import dev.flightlog.markdown.Marker;

/**
 * A text to publish.
 *
 * @param marker what it is called: its identity, here and on GitHub
 * @param body Markdown; the marker is put before it if it is not in it, and it is cut at GitHub's limit
 * @param again true to post it again if a person deleted it
 * @param naming whether people are named in it
 */
public record Post(Marker marker, PostTarget place, String body, boolean again, Naming naming) {
    public static Post of(Marker marker, PostTarget place, String body) {
        return new Post(marker, place, body, false, Naming.NOBODY);
    }

    /** The same, posted again if a person deleted it. */
    public Post evenIfDeleted() {
        return new Post(marker, place, body, true, naming);
    }

    /** The same, noted as one that names people or does not. */
    public Post naming(Naming named) {
        return new Post(marker, place, body, again, named);
    }
}
