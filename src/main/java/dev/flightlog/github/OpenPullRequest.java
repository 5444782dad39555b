package dev.flightlog.github;

/**
 * A pull request that is not closed.
 *
 * @param headSha its latest commit
 * @param base the branch it wants to change
 */
public record OpenPullRequest(int number, String headSha, String base, boolean draft) {}
