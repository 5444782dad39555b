package dev.flightlog.markdown;

import dev.flightlog.text.Numbers;
import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One table cell; it can only be made in ways that keep it on its line and in its column. */
public final class Cell {
    /** Shown where there is no value, which is never the same as zero. */
    public static final Cell NONE = new Cell("–");

    private static final char NO_BREAK_SPACE = '\u00A0';
    private static final Pattern BARE_PIPE = Pattern.compile("(?<!\\\\)\\|");
    private final String markdown;

    private Cell(String markdown) {
        this.markdown = markdown;
    }

    /** What people wrote: names, titles, reasons. */
    public static Cell text(String text) {
        return new Cell(Markdown.text(text));
    }

    /** As {@link #text(String)}, cut to {@code max} visible characters. */
    public static Cell text(String text, int max) {
        return new Cell(Markdown.text(text, max));
    }

    /** Inline code: logins, slugs, model names. */
    public static Cell code(String text) {
        return new Cell(Markdown.code(text).replace("|", "\\|"));
    }

    /** A count with thousands separators. */
    public static Cell number(long number) {
        return new Cell(Numbers.count(number));
    }

    /** A link whose label may be what people wrote; the address is ours. */
    public static Cell link(String label, URI address) {
        String target =
                address.toASCIIString().replace("(", "%28").replace(")", "%29").replace("|", "%7C");
        return new Cell("[" + Markdown.text(label) + "](" + target + ")");
    }

    /** Words and markup of our own, from {@link Numbers}, {@link Sparkline} or a constant; never text from outside. */
    public static Cell ours(String markdown) {
        if (markdown.lines().count() > 1 || BARE_PIPE.matcher(markdown).find()) {
            throw new IllegalArgumentException("a cell is one line without a bare pipe, but is: " + markdown);
        }
        return new Cell(markdown.strip());
    }

    /** As {@link #ours}, on one line: in a long table a phone scrolls to the side, instead of past rows three lines high. */
    public static Cell ofOneLine(String markdown) {
        return ours(markdown.replace(' ', NO_BREAK_SPACE));
    }

    /** Several cells in one, with a space between. */
    public static Cell joined(Cell... parts) {
        return new Cell(Arrays.stream(parts)
                .map(Cell::toString)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" ")));
    }

    /** The cell's markdown, as in a table. */
    @Override
    public String toString() {
        return markdown;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cell cell && cell.markdown.equals(markdown);
    }

    @Override
    public int hashCode() {
        return markdown.hashCode();
    }
}
