package dev.flightlog.jobs;

/** Which of two due jobs runs first. */
public enum Priority {
    /** What nobody waits for: history, retention. */
    BACKGROUND(10),
    /** The daily work. */
    NORMAL(50),
    /** Somebody sits in front of GitHub and waits. */
    PERSON(90),
    /** What GitHub is asked because an event changes who may do what. */
    RIGHTS(95);

    private final short rank;

    Priority(int rank) {
        this.rank = (short) rank;
    }

    short rank() {
        return rank;
    }
}
