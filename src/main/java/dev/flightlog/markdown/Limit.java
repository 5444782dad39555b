package dev.flightlog.markdown;

import dev.flightlog.text.Numbers;
import java.util.List;
import java.util.Locale;

/**
 * Keeps a body within GitHub's limit by cutting it at a line and saying so.
 *
 * <p>GitHub counts characters; this counts UTF-16 code units, which are never fewer.
 */
public final class Limit {
    /** Issue, comment and discussion bodies (github.md: Text limits). */
    public static final int BODY = 65_536;

    /** Summary and text of a check run's output (github.md: Text limits). */
    public static final int CHECK = 65_535;

    /** Room for the notice, however many rows it counts. */
    private static final int NOTICE = 160;

    private Limit() {}

    /** A body for an issue, comment or discussion. */
    public static String body(String markdown) {
        return cut(markdown, BODY);
    }

    /** A summary or text for a check run. */
    public static String check(String markdown) {
        return cut(markdown, CHECK);
    }

    /**
     * The text itself, or as many whole lines of it as fit in {@code most} UTF-16 code units with open code blocks and
     * folds closed and a line that says what is missing.
     */
    public static String cut(String markdown, int most) {
        if (most < 2 * NOTICE) {
            throw new IllegalArgumentException("most must be " + 2 * NOTICE + " or more, but is " + most);
        }
        if (markdown.length() <= most) {
            return markdown;
        }
        List<String> lines = markdown.lines().toList();
        int kept = Lines.withoutDanglingOpenings(lines, fitting(lines, most));
        String head = kept == 0 ? startOf(lines.getFirst(), most) : String.join("\n", lines.subList(0, kept));
        OpenBlocks open = kept == 0 ? new OpenBlocks() : OpenBlocks.after(lines.subList(0, kept));
        List<String> rest = lines.subList(Math.max(kept, 1), lines.size());
        return head + open.closeCode() + "\n\n" + notice(rest, kept == 0, most) + "\n" + open.closeFolds();
    }

    /** How many lines fit together with everything that has to be closed after them. */
    private static int fitting(List<String> lines, int most) {
        var open = new OpenBlocks();
        int length = 0;
        int fitting = 0;
        for (int i = 0; i < lines.size(); i++) {
            length += lines.get(i).length() + 1;
            open.read(lines.get(i));
            if (length + NOTICE > most) {
                return fitting;
            }
            if (length + open.closingLength() + NOTICE <= most) {
                fitting = i + 1;
            }
        }
        return fitting;
    }

    /** A first line that is too long by itself is cut between characters. */
    private static String startOf(String line, int most) {
        int end = Math.min(line.length(), most - NOTICE);
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end);
    }

    private static String notice(List<String> rest, boolean insideLine, int most) {
        long rows = Lines.tableRows(rest);
        long others = Lines.otherText(rest);
        String missing;
        if (rows > 0 && others > 0) {
            missing = Numbers.plural(rows, "more row") + " and " + Numbers.plural(others, "more line");
        } else if (rows > 0) {
            missing = Numbers.plural(rows, "more row");
        } else {
            missing = others > 0 || !insideLine ? Numbers.plural(others, "more line") : "the rest of this line";
        }
        return "… " + missing + ", cut at GitHub's limit of " + String.format(Locale.ROOT, "%,d", most)
                + " characters.";
    }
}
