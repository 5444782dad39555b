package dev.flightlog.health;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the app needs to be granted, and for what (github.md: Manifest): the permissions of {@code app-manifest.yml}.
 */
public enum NeededPermission {
    MEMBERS("members", false, "people and teams", Source.DIRECTORY),
    SEATS("organization_copilot_seat_management", false, "seats", Source.SEATS),
    METRICS("organization_copilot_metrics", false, "usage reports", Source.USAGE),
    ISSUES("issues", true, "summaries and replies", null),
    DISCUSSIONS("discussions", true, "summaries and replies in discussions", null),
    CHECKS("checks", true, "check runs", null),
    CONTENTS("contents", false, "the policy file", Source.POLICY),
    PULL_REQUESTS("pull_requests", false, "checks of the policy file", null);

    private final String key;
    private final boolean write;
    private final String purpose;
    private final @Nullable Source source;

    /** @param source whose reading ends for want of it; null for none, or where it may have been for want of another */
    NeededPermission(String key, boolean write, String purpose, @Nullable Source source) {
        this.key = key;
        this.write = write;
        this.purpose = purpose;
        this.source = source;
    }

    /** Those that an installation lacks. */
    public static List<NeededPermission> missing(Map<String, String> granted) {
        return Arrays.stream(values())
                .filter(needed -> !needed.grantedBy(granted))
                .toList();
    }

    /** Those that an installation lacks, and those for want of which GitHub refused in spite of what was granted. */
    public static List<NeededPermission> lacking(Map<String, String> granted, Map<Source, SourceStatus> readings) {
        return Arrays.stream(values())
                .filter(needed -> !needed.grantedBy(granted) || needed.refusedIn(readings))
                .toList();
    }

    /** True when posts are refused where this is missing: which of the two kinds of posts it was is not known. */
    public boolean isForPosts() {
        return this == ISSUES || this == DISCUSSIONS;
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

    /** True when one of these cannot be read without it. */
    public boolean isNeededFor(List<Source> sources) {
        return source != null && sources.contains(source);
    }

    /**
     * True when what was granted is enough: seats are also read with the wider right of an administrator (github.md:
     * Seats).
     */
    public boolean grantedBy(Map<String, String> granted) {
        return suffices(granted.getOrDefault(key, ""))
                || this == SEATS && suffices(granted.getOrDefault("organization_administration", ""));
    }

    /**
     * True when GitHub refused because it is missing. It may be revoked without an event, so the stored grants can be
     * outdated.
     */
    public boolean refusedIn(Map<Source, SourceStatus> readings) {
        SourceStatus reading = source == null ? null : readings.get(source);
        return reading != null && reading.cause() == SourceStatus.Cause.PERMISSION;
    }

    private boolean suffices(String level) {
        return level.equals("write") || level.equals("admin") || !write && level.equals("read");
    }
}
