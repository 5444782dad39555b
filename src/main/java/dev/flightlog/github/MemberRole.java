package dev.flightlog.github;

/** Which members of an organization to list. */
public enum MemberRole {
    OWNERS("admin"),
    OTHERS("member"),
    ALL("all");

    private final String word;

    MemberRole(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
