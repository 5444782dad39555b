package dev.flightlog.fake.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Style sheet, script, pictures; mermaid when its webjar is there. */
final class Assets {
    private static final String MERMAID = "/META-INF/resources/webjars/mermaid/11.6.0/dist/mermaid.min.js";

    private Assets() {}

    static boolean hasMermaid() {
        return Assets.class.getResource(MERMAID) != null;
    }

    static Optional<Reply> find(String path) {
        return switch (path) {
            case "/assets/style.css" -> resource("text/css; charset=utf-8", "style.css");
            case "/assets/page.js" -> resource("text/javascript; charset=utf-8", "page.js");
            case "/assets/mermaid.js" -> resource("text/javascript; charset=utf-8", MERMAID);
            case "/assets/icon.svg" -> Optional.of(picture("F", 210));
            default -> Optional.empty();
        };
    }

    private static Optional<Reply> resource(String type, String name) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(Reply.file(type, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A round picture with a letter. */
    static Reply picture(String letter, long hue) {
        String svg = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><circle cx="24" cy="24" r="24" \
            fill="hsl(%d 45%% 45%%)"/><text x="24" y="32" font-family="sans-serif" font-size="22" fill="#fff" \
            text-anchor="middle">%s</text></svg>
            """.formatted(hue % 360, Html.escape(letter));
        return Reply.file("image/svg+xml", svg.getBytes(StandardCharsets.UTF_8));
    }
}
