package dev.flightlog.command;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the app needs to be granted, and for what (FACTS §9). */
enum NeededPermission {
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
    static List<NeededPermission> missing(Map<String, String> granted) {
        return Arrays.stream(values())
                .filter(needed -> !needed.suffices(granted.getOrDefault(needed.key, "")))
                .toList();
    }

    String key() {
        return key;
    }

    String level() {
        return write ? "write" : "read";
    }

    String purpose() {
        return purpose;
    }

    private boolean suffices(String level) {
        return level.equals("write") || level.equals("admin") || !write && level.equals("read");
    }
}
