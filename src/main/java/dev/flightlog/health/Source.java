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

    /** What the app must be granted for it, as GitHub's settings call it. */
    String permission() {
        return switch (this) {
            case DIRECTORY -> "Members: read";
            case GOVERNANCE, POLICY -> "Contents: read";
            case SEATS -> "GitHub Copilot Business: read (organization_copilot_seat_management)";
            case USAGE, HISTORY -> "Copilot metrics: read (organization_copilot_metrics)";
            case BILLING -> "Administration: read (optional)";
            case POSTS -> "Issues: write, or Discussions: write where posts go to a discussion";
        };
    }

    /** As it is stored and shown. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
