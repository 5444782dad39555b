package dev.flightlog.web.account;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a browser calls itself, in words that people recognize. */
final class Browser {
    private static final Map<String, String> NAMES = new LinkedHashMap<>();
    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        NAMES.put("Edg/", "Edge");
        NAMES.put("OPR/", "Opera");
        NAMES.put("Firefox/", "Firefox");
        NAMES.put("Chrome/", "Chrome");
        NAMES.put("Safari/", "Safari");
        NAMES.put("curl/", "curl");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS X", "macOS");
        SYSTEMS.put("CrOS", "ChromeOS");
        SYSTEMS.put("Linux", "Linux");
    }

    private Browser() {}

    /** Such as {@code Firefox on Linux}. */
    static String inWords(String userAgent) {
        String name = first(NAMES, userAgent, "Unknown browser");
        String system = first(SYSTEMS, userAgent, "");
        return system.isEmpty() ? name : name + " on " + system;
    }

    private static String first(Map<String, String> marks, String userAgent, String otherwise) {
        return marks.entrySet().stream()
                .filter(mark -> userAgent.contains(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }
}
