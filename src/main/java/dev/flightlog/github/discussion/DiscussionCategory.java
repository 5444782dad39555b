package dev.flightlog.github.discussion;

import java.util.List;

/**
 * Whether a repository has the category of discussions that was asked for; no API can make one (github.md:
 * Discussions).
 */
public sealed interface DiscussionCategory {
    /**
     * It is there.
     *
     * @param repositoryId node id of the repository
     * @param id node id of the category
     */
    record Found(String repositoryId, String id) implements DiscussionCategory {}

    /**
     * It is not.
     *
     * @param slugs the categories that are there
     */
    record Absent(List<String> slugs) implements DiscussionCategory {
        public Absent {
            slugs = List.copyOf(slugs);
        }
    }

    /** The repository has no discussions. */
    record DiscussionsOff() implements DiscussionCategory {}
}
