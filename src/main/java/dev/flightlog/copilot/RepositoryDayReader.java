package dev.flightlog.copilot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Set;

/** Reads rows of {@code repos-1-day} (github.md: Report rows). */
public final class RepositoryDayReader implements RowReader {
    /** Takes a repository's day. */
    @FunctionalInterface
    public interface Rows {
        void take(RepositoryDay day) throws IOException;
    }

    private static final Set<String> KNOWN = Set.of(
            "day",
            "organization_id",
            "enterprise_id",
            "repo_id",
            "repo_owner_name",
            "repo_name",
            "repo_visibility",
            "pull_requests",
            "pull_request_review_times",
            "etl_id",
            "day_partition",
            "entity_id_partition");

    private final UnknownFields unknown;
    private final Rows rows;

    public RepositoryDayReader(UnknownFields unknown, Rows rows) {
        this.unknown = unknown;
        this.rows = rows;
    }

    @Override
    public void read(JsonParser parser) throws IOException {
        JsonNode row = Trees.read(parser);
        row.fieldNames().forEachRemaining(field -> {
            if (!KNOWN.contains(field)) {
                unknown.add("", field);
            }
        });
        if (row.path("repo_id").asLong() <= 0) {
            throw Values.wrong("repo_id", "an id above 0");
        }
        rows.take(new RepositoryDay(
                row.hasNonNull("day") ? Values.day(row.get("day").asText(), "day") : null,
                row.path("repo_id").asLong(),
                name(row),
                Values.clean(row.path("repo_visibility").asText()),
                PullRequests.of(row.path("pull_requests")),
                Trees.text(row)));
    }

    private static String name(JsonNode row) {
        return Values.clean(row.path("repo_owner_name").asText() + "/"
                + row.path("repo_name").asText());
    }
}
