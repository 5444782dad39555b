package dev.flightlog.session;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody goes after signing in: a path of our own pages. Whatever a browser might read as another host ({@code //},
 * a backslash, a control character) becomes {@code /}.
 *
 * @param path begins with one slash; may have a query
 */
record ReturnPath(String path) {
    private static final int LONGEST = 500;
    private static final Pattern OWN =
            Pattern.compile("/(?:(?:orgs/|portfolio|account)[A-Za-z0-9/?&=%._~:,+*@!$'();-]*)?");

    static final ReturnPath START = new ReturnPath("/");

    ReturnPath {
        if (!own(path)) {
            throw new IllegalArgumentException("not a path of our pages");
        }
    }

    /** The path if it is one of our pages; else the start. */
    static ReturnPath of(@Nullable String path) {
        return path != null && own(path) ? new ReturnPath(path) : START;
    }

    private static boolean own(String path) {
        return path.length() <= LONGEST && OWN.matcher(path).matches();
    }
}
