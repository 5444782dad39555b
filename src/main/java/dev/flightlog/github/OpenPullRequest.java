package dev.flightlog.github;

import org.jspecify.annotations.Nullable;

/**
 * A pull request that is not closed.
 *
 * @param headSha its latest commit
 * @param base the branch it wants to change
 * @param author who opened it; null for an account that is gone
 */
public record OpenPullRequest(
        int number,
        String headSha,
        String base,
        boolean draft,
        @Nullable Author author) {
    /** A person by GitHub's id, with the login of now. */
    public record Author(long id, String login) {}
}
