package dev.flightlog.copilot;

import java.util.Locale;

/** What is counted for a person and day, in the order of the columns of the tables. */
public enum Counter {
    INTERACTIONS,
    GENERATIONS,
    ACCEPTANCES,
    COMPLETION_GENERATIONS,
    COMPLETION_ACCEPTANCES,
    LOC_SUGGESTED_TO_ADD,
    LOC_SUGGESTED_TO_DELETE,
    LOC_ADDED,
    LOC_DELETED,
    CLI_SESSIONS,
    CLI_REQUESTS,
    CLI_PROMPTS,
    CLI_OUTPUT_TOKENS,
    CLI_PROMPT_TOKENS,
    APP_SESSIONS,
    APP_REQUESTS,
    AGENT_SESSIONS;

    private static final int COUNT = values().length;

    /** How many there are. */
    public static int count() {
        return COUNT;
    }

    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
