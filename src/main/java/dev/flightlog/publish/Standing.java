package dev.flightlog.publish;

import org.jspecify.annotations.Nullable;

/**
 * A post as it stands on GitHub.
 *
 * @param open false for a closed issue
 * @param byPerson true where somebody else wrote it
 */
record Standing(Location location, @Nullable String title, String body, String url, boolean open, boolean byPerson) {
    String seenHash() {
        return Text.hash(body);
    }

    boolean says(Text text) {
        return Text.hash(body).equals(Text.hash(text.body()))
                && (text.title() == null || title == null || title.equals(text.title()));
    }
}
