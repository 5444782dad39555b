package dev.flightlog.review;

/** The one word in which a person's line ends. */
public enum Word {
    PROPOSED("proposed"),
    KEPT("kept"),
    IN_USE("in use"),
    THROUGH_TEAM("through a team"),
    EXEMPT("exempt"),
    LEFT("left"),
    REMOVING("being removed"),
    REMOVED("removed"),
    FAILED("failed"),
    UNDOING("being undone"),
    UNDONE("undone"),
    /** The review ended before it was the seat's turn. */
    NOT_REMOVED("kept");

    private final String text;

    Word(String text) {
        this.text = text;
    }

    /** As people read it. */
    public String text() {
        return text;
    }
}
