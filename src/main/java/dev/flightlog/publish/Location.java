package dev.flightlog.publish;

/** Where a text stands, by what GitHub calls it. */
public sealed interface Location {
    /** An issue, by its number. */
    record Issue(int number) implements Location {}

    /** A comment on an issue, by the issue's number and GitHub's id. */
    record IssueComment(int issue, long id) implements Location {}

    /** A discussion, by its node id. */
    record Discussion(String id) implements Location {}

    /** A comment in a discussion, by its node id. */
    record DiscussionComment(String id) implements Location {}
}
