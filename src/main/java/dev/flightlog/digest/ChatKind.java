package dev.flightlog.digest;

/** Whose webhook it is: that decides the form of the card and what an answer means. */
public enum ChatKind {
    SLACK("Slack"),
    TEAMS("Teams");

    private final String written;

    ChatKind(String written) {
        this.written = written;
    }

    /** As people write it. */
    public String written() {
        return written;
    }
}
