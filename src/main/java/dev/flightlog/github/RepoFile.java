package dev.flightlog.github;

/** What is at a path of a repository. */
public sealed interface RepoFile {
    /**
     * A file.
     *
     * @param sha Git's id of its content
     */
    record Content(byte[] bytes, String sha) implements RepoFile {}

    /** A file larger than was asked for, unread. */
    record TooLarge(long size, String sha) implements RepoFile {}

    /** No file: nothing there, a directory, or no such branch. */
    record Absent() implements RepoFile {}
}
