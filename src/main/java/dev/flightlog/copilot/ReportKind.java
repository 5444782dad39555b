package dev.flightlog.copilot;

import java.util.Arrays;

/** The six report families of an organization (github.md: Reports). */
public enum ReportKind {
    ORGANIZATION_28_DAY("organization-28-day", 28),
    USERS_28_DAY("users-28-day", 28),
    USER_TEAMS_1_DAY("user-teams-1-day", 1),
    ORGANIZATION_1_DAY("organization-1-day", 1),
    USERS_1_DAY("users-1-day", 1),
    REPOS_1_DAY("repos-1-day", 1);

    private final String text;
    private final int days;

    ReportKind(String text, int days) {
        this.text = text;
        this.days = days;
    }

    /** As in URLs, and as stored. */
    public String text() {
        return text;
    }

    /** How many days a report covers: 1 or 28. */
    public int days() {
        return days;
    }

    /** True where a day can be asked for; false where there is only a latest one. */
    public boolean daily() {
        return days == 1;
    }

    /**
     * @throws IllegalArgumentException for a text that names none
     */
    public static ReportKind of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such report kind: " + text));
    }
}
