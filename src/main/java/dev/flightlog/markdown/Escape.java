package dev.flightlog.markdown;

import java.util.regex.Pattern;

/** Escapes one line of clean text, touching only what would mean something, so that ordinary names stay readable. */
record Escape(String clean) {
    private static final String BREAK = "&#8203;";
    private static final Pattern LIST_NUMBER = Pattern.compile("\\d{1,9}[.)].*");
    private static final Pattern REST_OF_SHORTCODE = Pattern.compile("[A-Za-z0-9_+\\-]+:.*");

    String toMarkdown() {
        var out = new StringBuilder(clean.length() + 16);
        int listMark = LIST_NUMBER.matcher(clean).matches() ? firstNonDigit() : -1;
        for (int i = 0; i < clean.length(); i++) {
            out.append(i == 0 && startsBlock() || i == listMark ? "\\" : "");
            out.append(markup(i));
            out.append(linksOnward(i) ? BREAK : "");
        }
        return out.toString();
    }

    String toHtml() {
        var out = new StringBuilder(clean.length() + 16);
        for (int i = 0; i < clean.length(); i++) {
            out.append(element(clean.charAt(i)));
            out.append(linksOnward(i) ? BREAK : "");
        }
        return out.toString();
    }

    private String markup(int at) {
        char c = clean.charAt(at);
        return switch (c) {
            case '*', '`', '[', ']', '~', '|', '$' -> "\\" + c;
            case '\\' -> "&#92;";
            case '_' -> insideWord(at) ? "_" : "\\_";
            case '#' -> isWord(at - 1) ? "#" : "\\#";
            default -> element(c);
        };
    }

    private static String element(char c) {
        return switch (c) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            default -> String.valueOf(c);
        };
    }

    /** List marks, underlines of headings and table delimiters mean something only where a line starts. */
    private boolean startsBlock() {
        return "-+=:".indexOf(clean.charAt(0)) >= 0;
    }

    private int firstNonDigit() {
        int at = 0;
        while (isDigit(at)) {
            at++;
        }
        return at;
    }

    /** Whether GitHub would make a mention, reference, link or emoji of this character and the next. */
    private boolean linksOnward(int at) {
        return switch (clean.charAt(at)) {
            case '@' -> true;
            case '#' -> isDigit(at + 1);
            case '-' -> isDigit(at + 1) && endsWith(at, "gh");
            case ':' -> clean.startsWith("//", at + 1) || startsShortcode(at);
            case 'w', 'W' -> endsWith(at, "ww") && charIs(at + 1, '.');
            default -> false;
        };
    }

    private boolean startsShortcode(int at) {
        return REST_OF_SHORTCODE
                .matcher(clean)
                .region(at + 1, Math.min(clean.length(), at + 80))
                .matches();
    }

    private boolean endsWith(int end, String lowerCase) {
        return clean.regionMatches(true, end - lowerCase.length(), lowerCase, 0, lowerCase.length());
    }

    private boolean insideWord(int at) {
        return isWord(at - 1) && isWord(at + 1);
    }

    private boolean isWord(int at) {
        return at >= 0 && at < clean.length() && isAsciiLetterOrDigit(clean.charAt(at));
    }

    private boolean isDigit(int at) {
        return at < clean.length() && clean.charAt(at) >= '0' && clean.charAt(at) <= '9';
    }

    private boolean charIs(int at, char expected) {
        return at < clean.length() && clean.charAt(at) == expected;
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }
}
