package dev.flightlog.publish;

/** The address of a post, as GitHub identifies it. */
public sealed interface PostLocation {
    /** An issue, by its number. */
    record Issue(int number) implements PostLocation {}

    /** A comment on an issue, by the issue's number and GitHub's id. */
    record IssueComment(int issue, long id) implements PostLocation {}

    /** A discussion, by its node id. */
    record Discussion(String id) implements PostLocation {}

    /** A comment in a discussion, by its node id. */
    record DiscussionComment(String id) implements PostLocation {}
}
