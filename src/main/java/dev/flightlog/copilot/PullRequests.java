package dev.flightlog.copilot;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The pull request figures of an organization or repository on a day. {@code medianMinutesToMerge} is null where nothing was merged. */
public record PullRequests(
        int created,
        int reviewed,
        int merged,
        int createdByCopilot,
        int reviewedByCopilot,
        int mergedCreatedByCopilot,
        int mergedReviewedByCopilot,
        @Nullable Double medianMinutesToMerge) {

    static PullRequests of(JsonNode node) {
        return new PullRequests(
                Trees.number(node, "total_created"),
                Trees.number(node, "total_reviewed"),
                Trees.number(node, "total_merged"),
                Trees.number(node, "total_created_by_copilot"),
                Trees.number(node, "total_reviewed_by_copilot"),
                Trees.number(node, "total_merged_created_by_copilot"),
                Trees.number(node, "total_merged_reviewed_by_copilot"),
                Trees.real(node, "median_minutes_to_merge"));
    }
}
