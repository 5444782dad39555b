package dev.flightlog.github.issue;

/** What the app says with one character; REST and GraphQL call it differently (github.md: Issues and comments). */
public enum Reaction {
    EYES("eyes"),
    THUMBS_UP("+1"),
    THUMBS_DOWN("-1"),
    CONFUSED("confused");

    private final String content;

    Reaction(String content) {
        this.content = content;
    }

    String rest() {
        return content;
    }

    String graphQl() {
        return name();
    }
}
