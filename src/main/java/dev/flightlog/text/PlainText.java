package dev.flightlog.text;

import java.text.BreakIterator;
import java.util.Locale;

/** Text that people wrote, on one line and without characters that cannot be seen. */
public final class PlainText {
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int REPLACEMENT = 0xFFFD;
    private static final String ELLIPSIS = "…";

    private PlainText() {}

    /** Removes control, format and bidirectional characters; makes every run of white space one space. */
    public static String clean(String text) {
        int[] points = text.codePoints().toArray();
        var clean = new StringBuilder(text.length());
        for (int i = 0; i < points.length; i++) {
            append(clean, points, i);
        }
        return clean.toString().strip();
    }

    private static void append(StringBuilder clean, int[] points, int at) {
        int point = points[at];
        switch (Character.getType(point)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> space(clean);
            case Character.CONTROL -> {
                if (Character.isWhitespace(point) || point == 0x85) {
                    space(clean);
                }
            }
            case Character.FORMAT -> {
                if (joinsEmoji(points, at)) {
                    clean.appendCodePoint(point);
                }
            }
            case Character.SURROGATE -> clean.appendCodePoint(REPLACEMENT);
            default -> clean.appendCodePoint(point);
        }
    }

    private static void space(StringBuilder clean) {
        if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
            clean.append(' ');
        }
    }

    /** A joiner between two pictures is part of one emoji ("woman technologist"); anywhere else it only hides. */
    private static boolean joinsEmoji(int[] points, int at) {
        return points[at] == ZERO_WIDTH_JOINER
                && at > 0
                && at < points.length - 1
                && (Character.isEmoji(points[at - 1]) || points[at - 1] == 0xFE0F)
                && Character.isExtendedPictographic(points[at + 1]);
    }

    /** At most {@code max} characters as a reader counts them; a longer text ends in "…". */
    public static String shorten(String clean, int max) {
        if (max < 1) {
            throw new IllegalArgumentException("max must be 1 or more, but is " + max);
        }
        if (clean.length() <= max) {
            return clean;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(clean);
        int cut = characters.next(max - 1);
        int end = characters.next();
        boolean fits = cut == BreakIterator.DONE || end == BreakIterator.DONE || end == clean.length();
        return fits ? clean : clean.substring(0, max == 1 ? 0 : cut).stripTrailing() + ELLIPSIS;
    }
}
