package dev.flightlog.health;

import java.util.Locale;

/** What is read from GitHub for an organization, each with a freshness of its own. */
public enum Source {
    DIRECTORY,
    GOVERNANCE,
    POLICY,
    SEATS,
    USAGE,
    HISTORY,
    BILLING,
    POSTS;

    /** As it is stored and shown. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
