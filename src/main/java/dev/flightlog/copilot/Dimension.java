package dev.flightlog.copilot;

import java.util.Locale;

/** What activity is broken down by. */
public enum Dimension {
    LANGUAGE,
    EDITOR,
    MODEL,
    FEATURE;

    private static final Dimension[] ALL = values();

    public static Dimension at(int ordinal) {
        return ALL[ordinal];
    }

    /** As stored. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
