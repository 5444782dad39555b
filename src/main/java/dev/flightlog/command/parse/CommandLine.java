package dev.flightlog.command.parse;

import dev.flightlog.markdown.Markdown;
import java.util.Optional;

/**
 * Finds the command in a comment: its first line, if that starts with the prefix.
 *
 * <p>Quotes, fences and inline code start with a mark of their own, and so are no command; four spaces or a tab make a
 * code block.
 */
public final class CommandLine {
    /** Longest line that is read; a longer one is kept just long enough to be refused. */
    static final int LONGEST = 500;

    private static final int MOST_INDENT = 3;

    private CommandLine() {}

    /** A test that needs no policy: false for almost every comment that is no command. */
    public static boolean mayStart(String body) {
        return body.startsWith("/", indent(body));
    }

    /** What follows the prefix, on one line and without invisible characters; nothing where there is no command. */
    public static Optional<String> find(String body, String prefix) {
        int start = indent(body);
        int end = start + prefix.length();
        if (!body.regionMatches(true, start, prefix, 0, prefix.length()) || !endsWord(body, end)) {
            return Optional.empty();
        }
        String rest = body.substring(end, Math.min(body.length(), end + 2 * LONGEST));
        String line = Markdown.title(rest.lines().findFirst().orElse(""));
        return Optional.of(line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…");
    }

    private static int indent(String body) {
        int spaces = 0;
        while (spaces < MOST_INDENT && body.startsWith(" ", spaces)) {
            spaces++;
        }
        return spaces;
    }

    private static boolean endsWord(String body, int at) {
        if (at >= body.length()) {
            return true;
        }
        int next = body.codePointAt(at);
        return Character.isWhitespace(next) || Character.isSpaceChar(next);
    }
}
