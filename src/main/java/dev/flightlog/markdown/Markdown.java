package dev.flightlog.markdown;

import dev.flightlog.text.PlainText;

/**
 * Makes text that people wrote safe inside GitHub's markdown: it notifies nobody, links nothing, and stays on its line.
 *
 * <p>GitHub links mentions and references in the rendered text, so a backslash does not stop them; a zero-width space
 * does. It is written as an entity, to be seen in the source.
 */
public final class Markdown {
    private Markdown() {}

    /** Inline text for paragraphs, list items, headings and table cells. */
    public static String text(String text) {
        return new Escape(PlainText.clean(text)).toMarkdown();
    }

    /** As {@link #text(String)}, with at most {@code most} visible characters, the last of them "…" if it was cut. */
    public static String text(String text, int most) {
        return new Escape(PlainText.shorten(PlainText.clean(text), most)).toMarkdown();
    }

    /** Text inside an HTML element, such as a fold's summary, where GitHub reads no markdown but still links mentions. */
    public static String html(String text) {
        return new Escape(PlainText.clean(text)).toHtml();
    }

    /** Text for issue and check titles, which are not markdown: one line, nothing invisible. */
    public static String title(String text) {
        return PlainText.clean(text);
    }

    /** Inline code with a fence longer than any run of back-ticks in it; nothing for blank text. In tables use {@link Cell}. */
    public static String code(String text) {
        String clean = PlainText.clean(text);
        if (clean.isEmpty()) {
            return "";
        }
        String fence = "`".repeat(longestRunOfBackticks(clean) + 1);
        String pad = clean.startsWith("`") || clean.endsWith("`") ? " " : "";
        return fence + pad + clean + pad + fence;
    }

    private static int longestRunOfBackticks(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
