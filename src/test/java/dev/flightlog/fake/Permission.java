package dev.flightlog.fake;

import java.util.Map;

/** A permission of an App and the level that an endpoint needs. */
record Permission(String key, boolean write) {
    boolean heldBy(Map<String, String> granted) {
        String level = granted.getOrDefault(key, "none");
        return level.equals("write") || level.equals("admin") || (!write && level.equals("read"));
    }

    @Override
    public String toString() {
        return key + ":" + (write ? "write" : "read");
    }
}
