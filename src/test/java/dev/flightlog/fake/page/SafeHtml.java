package dev.flightlog.fake.page;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets the HTML through that GitHub lets through in Markdown, without attributes; comments disappear. */
final class SafeHtml {
    private static final Pattern PIECE =
            Pattern.compile("<!--.*?(?:-->|$)|</?([a-zA-Z][a-zA-Z0-9]*)((?:\\s[^<>]*)?)/?>|[<>]", Pattern.DOTALL);
    private static final Set<String> ALLOWED = Set.of(
            "details",
            "summary",
            "br",
            "hr",
            "sub",
            "sup",
            "kbd",
            "b",
            "i",
            "em",
            "strong",
            "p",
            "div",
            "span",
            "code",
            "pre",
            "table",
            "thead",
            "tbody",
            "tr",
            "td",
            "th",
            "ul",
            "ol",
            "li",
            "del",
            "ins",
            "s",
            "blockquote",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6");

    private SafeHtml() {}

    static String clean(String html) {
        return PIECE.matcher(html).replaceAll(piece -> Matcher.quoteReplacement(clean(piece.group(), piece.group(1))));
    }

    private static String clean(String piece, @org.jspecify.annotations.Nullable String tag) {
        if (piece.startsWith("<!--")) {
            return "";
        }
        if (tag == null || !ALLOWED.contains(tag.toLowerCase(Locale.ROOT))) {
            return Html.escape(piece);
        }
        String name = tag.toLowerCase(Locale.ROOT);
        if (piece.startsWith("</")) {
            return "</" + name + ">";
        }
        boolean open = name.equals("details") && piece.matches("(?s).*\\sopen\\b.*");
        return "<" + name + (open ? " open" : "") + ">";
    }
}
