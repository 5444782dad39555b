package dev.flightlog.check;

import org.jspecify.annotations.Nullable;

/**
 * How a commit came into the governance repository, as far as GitHub says.
 *
 * @param pullRequest whose head it was
 * @param branch to which it was pushed
 * @param before what that branch had before; null for a new branch
 * @param pusher GitHub's id of who brought it
 */
record CommitOrigin(
        String commit,
        @Nullable Integer pullRequest,
        @Nullable String branch,
        @Nullable String before,
        @Nullable Long pusher) {}
