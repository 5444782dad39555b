package dev.flightlog.markdown;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTML comment by which Flightlog finds its post again: {@code <!-- flightlog:<kind> <key> -->}. */
public record Marker(String kind, String key) {
    private static final Pattern KIND = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern KEY = Pattern.compile("(?!.*--)(?!.*-$)[\\x21-\\x7E&&[^<>]]{1,200}");
    private static final Pattern IN_TEXT =
            Pattern.compile("(?m)^<!-- flightlog:(?<kind>[a-z-]+) (?<key>[\\x21-\\x7E&&[^<>]]{1,200}) -->");

    public Marker {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("kind must be lower-case words joined by '-', but is " + kind);
        }
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("key must be visible ASCII without '--', '<' or '>', but is " + key);
        }
    }

    /** The comment itself; it belongs on the first line of a body, where no cut can reach it. */
    public String render() {
        return "<!-- flightlog:" + kind + " " + key + " -->";
    }

    /** Whether the body carries this marker. */
    public boolean isIn(String body) {
        return find(body).filter(this::equals).isPresent();
    }

    /** The first marker that starts a line of the body. Anybody can write one: the caller checks who posted. */
    public static Optional<Marker> find(String body) {
        Matcher found = IN_TEXT.matcher(body);
        while (found.find()) {
            if (KIND.matcher(found.group("kind")).matches()
                    && KEY.matcher(found.group("key")).matches()) {
                return Optional.of(new Marker(found.group("kind"), found.group("key")));
            }
        }
        return Optional.empty();
    }
}
