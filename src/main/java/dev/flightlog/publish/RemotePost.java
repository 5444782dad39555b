package dev.flightlog.publish;

import org.jspecify.annotations.Nullable;

/**
 * A post as it is on GitHub.
 *
 * @param open false for a closed issue
 * @param ours true where the App itself wrote it
 */
record RemotePost(PostLocation location, @Nullable String title, String body, String url, boolean open, boolean ours) {
    String seenHash() {
        return PostText.hash(body);
    }

    boolean says(PostText text) {
        return PostText.hash(body).equals(PostText.hash(text.body()))
                && (text.title() == null || title == null || title.equals(text.title()));
    }
}
