package dev.flightlog.copilot;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A repository's pull requests on a day.
 *
 * @param day null where the row names none
 * @param name with the owner, such as {@code acme/billing}
 * @param visibility as GitHub writes it: PRIVATE, INTERNAL, PUBLIC
 * @param report the whole row as JSON
 */
public record RepositoryDay(
        @Nullable LocalDate day,
        long repositoryId,
        String name,
        String visibility,
        PullRequests pullRequests,
        String report) {
    public RepositoryDay {
        if (repositoryId <= 0) {
            throw Values.wrong("repo_id", "an id above 0");
        }
    }
}
