package dev.flightlog.api.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flightlog.usage.RepositoryUsage;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A page of the repositories with pull requests, most created first.
 *
 * @param totalRepositories on all pages
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RepositoryList(int totalRepositories, List<ListedRepository> repositories) {
    /**
     * Pull requests of a repository over the days that were asked for.
     *
     * @param visibility private, internal or public
     * @param medianMinutesToMerge median over days of the median of each day; null where nothing was merged
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ListedRepository(
            String name,
            String visibility,
            int created,
            int createdByCopilot,
            int reviewed,
            int reviewedByCopilot,
            int merged,
            int mergedCreatedByCopilot,
            int mergedReviewedByCopilot,
            @Nullable Double medianMinutesToMerge) {
        static ListedRepository of(RepositoryUsage usage) {
            return new ListedRepository(
                    usage.name(),
                    usage.visibility().toLowerCase(Locale.ROOT),
                    usage.created(),
                    usage.createdByCopilot(),
                    usage.reviewed(),
                    usage.reviewedByCopilot(),
                    usage.merged(),
                    usage.mergedCreatedByCopilot(),
                    usage.mergedReviewedByCopilot(),
                    usage.minutesToMerge());
        }
    }
}
