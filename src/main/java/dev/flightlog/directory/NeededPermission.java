package dev.flightlog.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the app needs to be granted, and for what (FACTS §9): the permissions of {@code app-manifest.yml}. */
public enum NeededPermission {
    MEMBERS("members", false, "people and teams"),
    SEATS("organization_copilot_seat_management", false, "seats"),
    METRICS("organization_copilot_metrics", false, "usage reports"),
    ISSUES("issues", true, "summaries and replies"),
    DISCUSSIONS("discussions", true, "replies in discussions"),
    CHECKS("checks", true, "check runs"),
    CONTENTS("contents", false, "the policy file"),
    PULL_REQUESTS("pull_requests", false, "checks of the policy file");

    private final String key;
    private final boolean write;
    private final String purpose;

    NeededPermission(String key, boolean write, String purpose) {
        this.key = key;
        this.write = write;
        this.purpose = purpose;
    }

    /** Those that an installation lacks. */
    public static List<NeededPermission> missing(Map<String, String> granted) {
        return Arrays.stream(values())
                .filter(needed -> !needed.grantedBy(granted))
                .toList();
    }

    public String key() {
        return key;
    }

    public String level() {
        return write ? "write" : "read";
    }

    public String purpose() {
        return purpose;
    }

    /** True when what was granted is enough: seats are also read with the wider right of an administrator (FACTS §4). */
    public boolean grantedBy(Map<String, String> granted) {
        return suffices(granted.getOrDefault(key, ""))
                || this == SEATS && suffices(granted.getOrDefault("organization_administration", ""));
    }

    private boolean suffices(String level) {
        return level.equals("write") || level.equals("admin") || !write && level.equals("read");
    }
}
