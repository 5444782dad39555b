package dev.flightlog.copilot;

import java.util.Locale;

/** What a person did on a day, yes or no, in the order of the columns of the tables. */
public enum UsageFlag {
    /** Any activity at all: a counter above zero, a {@code used_*} flag, or CLI, app or agent totals above zero. */
    ACTIVE,
    USED_AGENT,
    USED_CHAT,
    /** GitHub's flag, or CLI totals above zero. */
    USED_CLI,
    /** GitHub's flag, or app totals above zero. */
    USED_APP,
    USED_CLOUD_AGENT,
    USED_REVIEW_ACTIVE,
    USED_REVIEW_PASSIVE,
    USED_VSCODE_AGENT;

    private static final int COUNT = values().length;

    /** How many there are. */
    public static int count() {
        return COUNT;
    }

    /** Its place in a set of flags. */
    public int bit() {
        return 1 << ordinal();
    }

    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
