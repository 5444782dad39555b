package dev.flightlog.webhook;

import org.jspecify.annotations.Nullable;

/**
 * Where an event comes from.
 *
 * @param organizationId GitHub's id of the organization
 * @param repositoryId 0 where the event belongs to no repository
 * @param repository the repository's name, without its owner
 */
public record Origin(
        long organizationId,
        String organization,
        long installationId,
        long repositoryId,
        @Nullable String repository) {}
