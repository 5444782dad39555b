package dev.flightlog.github;

/** Shortens text to what GitHub takes, never in the middle of a character. */
public final class Cut {
    private Cut() {}

    /** @param most UTF-16 code units, which are never fewer than GitHub's characters */
    public static String to(int most, String text) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
