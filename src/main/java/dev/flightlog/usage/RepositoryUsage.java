package dev.flightlog.usage;

import org.jspecify.annotations.Nullable;

/**
 * Pull requests of a repository over some days.
 *
 * @param name owner and name as last reported, such as {@code acme/billing}
 * @param visibility PRIVATE, INTERNAL or PUBLIC
 * @param createdByCopilot of the created ones
 * @param reviewedByCopilot of the reviewed ones
 * @param minutesToMerge median over days of the median of each day; null where nothing was merged
 */
public record RepositoryUsage(
        String name,
        String visibility,
        int created,
        int createdByCopilot,
        int reviewed,
        int reviewedByCopilot,
        int merged,
        int mergedCreatedByCopilot,
        int mergedReviewedByCopilot,
        @Nullable Double minutesToMerge) {}
