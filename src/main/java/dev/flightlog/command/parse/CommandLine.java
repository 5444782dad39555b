package dev.flightlog.command.parse;

import dev.flightlog.markdown.Markdown;
import java.lang.Character.UnicodeBlock;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the command in what a person wrote: the first line that is neither blank nor a quote, if it starts with the
 * prefix. GitHub's <i>Quote reply</i> puts the quote before what the person writes.
 *
 * <p>Fences and inline code start with a mark of their own, and so are no command; four spaces or a tab make a code
 * block. Invisible letters, which come along when text is copied, are passed over.
 */
public final class CommandLine {
    /** Longest line that is read; a longer one is kept just long enough to be refused. */
    static final int LONGEST = 500;

    private static final int MAX_INDENT = 3;
    /** A quote of this many lines is looked past. */
    private static final int MAX_LINES = 1_000;

    private static final String CLOSING_MARKS = ".,:;!?…。，、：；！？";
    /** No format characters by Unicode, and seen by nobody: the grapheme joiner, the fillers of Hangul. */
    private static final Set<Integer> UNSEEN = Set.of(0x034f, 0x115f, 0x1160, 0x3164, 0xffa0);

    /** Braille without a dot is as good as a space. */
    private static final int BLANK_BRAILLE = 0x2800;

    private CommandLine() {}

    /** A test that needs no policy: false for almost every text that is no command. */
    public static boolean mayStart(String body) {
        String line = firstLine(body);
        return line.startsWith("/", indent(line));
    }

    /** The line in which the command would be, with its prefix; at most as long as is read. Empty where there is none. */
    public static String firstLine(String body) {
        return body.lines()
                .limit(MAX_LINES)
                .map(line -> visible(line.substring(0, Math.min(line.length(), 3 * LONGEST))))
                .filter(line -> !isBlank(line) && !isQuote(line))
                .findFirst()
                .orElse("");
    }

    /** What follows the prefix, on one line; nothing where there is no command. */
    public static Optional<String> find(String body, String prefix) {
        String line = firstLine(body);
        int start = indent(line);
        int end = start + prefix.length();
        if (!line.regionMatches(true, start, prefix, 0, prefix.length())) {
            return Optional.empty();
        }
        String written = withoutClosingMark(line.substring(end));
        if (!endsWord(written, 0)) {
            return Optional.empty();
        }
        String rest = withoutClosingMark(Markdown.title(written));
        return Optional.of(rest.length() <= LONGEST ? rest : rest.substring(0, LONGEST) + "…");
    }

    private static boolean isBlank(String line) {
        return line.codePoints().allMatch(point -> Character.isWhitespace(point) || Character.isSpaceChar(point));
    }

    private static boolean isQuote(String line) {
        return line.startsWith(">", indent(line));
    }

    /** Without letters that nobody sees; every kind of space, such as the one that does not break, is a space. */
    private static String visible(String line) {
        return line.codePoints()
                .filter(point -> !isUnseen(point))
                .map(point -> point != '\t' && (Character.isSpaceChar(point) || point == BLANK_BRAILLE) ? ' ' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isUnseen(int point) {
        return Character.getType(point) == Character.FORMAT
                || UNSEEN.contains(point)
                || UnicodeBlock.of(point) == UnicodeBlock.VARIATION_SELECTORS
                || UnicodeBlock.of(point) == UnicodeBlock.VARIATION_SELECTORS_SUPPLEMENT;
    }

    /** Who writes a sentence ends it with a point, or with the three that a telephone makes one character. */
    static String withoutClosingMark(String line) {
        int end = line.length();
        while (end > 0 && CLOSING_MARKS.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return line.substring(0, end).stripTrailing();
    }

    private static int indent(String line) {
        int spaces = 0;
        while (spaces < MAX_INDENT && line.startsWith(" ", spaces)) {
            spaces++;
        }
        return spaces;
    }

    private static boolean endsWord(String line, int at) {
        if (at >= line.length()) {
            return true;
        }
        int next = line.codePointAt(at);
        return Character.isWhitespace(next) || Character.isSpaceChar(next);
    }
}
