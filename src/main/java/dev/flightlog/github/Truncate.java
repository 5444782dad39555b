package dev.flightlog.github;

/** Shortens text to what GitHub takes, never in the middle of a character. */
public final class Truncate {
    private Truncate() {}

    /** @param max UTF-16 code units, which are never fewer than GitHub's characters */
    public static String to(int max, String text) {
        if (text.length() <= max) {
            return text;
        }
        int end = max - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
