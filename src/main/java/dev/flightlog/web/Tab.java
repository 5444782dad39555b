package dev.flightlog.web;

import java.util.Arrays;
import java.util.List;

/** Pages of an organization, in their order. */
public enum Tab {
    OVERVIEW("Overview", "", false),
    TEAMS("Teams", "/teams", false),
    REPOSITORIES("Repositories", "/repositories", false),
    ME("Me", "/me", false),
    SEATS("Seats", "/seats", true),
    REVIEWS("Reviews", "/reviews", true),
    COST("Cost", "/cost", true),
    POLICY("Policy", "/policy", false),
    STATUS("Status", "/status", true);

    private final String words;
    private final String path;
    private final boolean forAdmins;

    Tab(String words, String path, boolean forAdmins) {
        this.words = words;
        this.path = path;
        this.forAdmins = forAdmins;
    }

    static List<Frame.Tab> of(Visit visit, Tab current) {
        return Arrays.stream(values())
                .filter(tab -> !tab.forAdmins || visit.admin())
                .map(tab -> new Frame.Tab(tab.words, visit.path(tab.path), tab == current))
                .toList();
    }
}
