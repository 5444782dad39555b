package dev.flightlog.fake.model;

import java.util.Arrays;
import java.util.Optional;

/** The six report families of an organization (github.md: Reports). */
public enum ReportKind {
    ORGANIZATION_1_DAY("organization-1-day"),
    ORGANIZATION_28_DAY("organization-28-day"),
    USERS_1_DAY("users-1-day"),
    USERS_28_DAY("users-28-day"),
    USER_TEAMS_1_DAY("user-teams-1-day"),
    REPOS_1_DAY("repos-1-day");

    private final String path;

    ReportKind(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }

    /** True for the families that exist only as {@code /latest}. */
    public boolean latest() {
        return this == ORGANIZATION_28_DAY || this == USERS_28_DAY;
    }

    public static Optional<ReportKind> of(String path) {
        return Arrays.stream(values()).filter(each -> each.path.equals(path)).findFirst();
    }
}
