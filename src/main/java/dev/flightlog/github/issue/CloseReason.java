package dev.flightlog.github.issue;

/** Why an issue is closed. */
public enum CloseReason {
    COMPLETED("completed"),
    NOT_PLANNED("not_planned");

    private final String word;

    CloseReason(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
