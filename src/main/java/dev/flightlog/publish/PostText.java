package dev.flightlog.publish;

import dev.flightlog.markdown.Limit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What is sent to GitHub: a title where there is one, and a body that carries its marker and fits. */
record PostText(@Nullable String title, String body) {
    static PostText of(Post post) {
        String body =
                post.marker().isIn(post.body()) ? post.body() : post.marker().render() + "\n" + post.body();
        return new PostText(post.place().title(), Limit.body(body));
    }

    /** The same, with the lines of a checklist ticked that are ticked in the standing text. */
    PostText withTicksOf(String standing) {
        return new PostText(title, Ticks.carry(standing, body));
    }

    String hash() {
        return hash((title == null ? "" : title) + "\n" + body);
    }

    /** GitHub may give line ends back in another form. */
    static String hash(String text) {
        try {
            byte[] bytes = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
