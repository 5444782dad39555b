package dev.flightlog.api.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The organization by day; a day that is not here has no data, which is not the same as no use. */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record UsageAnswer(List<UsageDay> data) {
    /** The entry of a breakdown that is the sum of those that are not named. */
    public static final String OTHERS = "others";

    /**
     * The organization on one UTC day; people are distinct, so they do not add up over days. A figure that fewer people
     * than the policy's {@code privacy.min_team_size} contribute to, or that would reveal them, is null.
     *
     * @param people people that the day's report names
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record UsageDay(
            LocalDate date,
            @Nullable Integer people,
            @Nullable Integer activeUsers,
            @Nullable Integer agentUsers,
            @Nullable Integer chatUsers,
            @Nullable Integer cliUsers,
            @Nullable Integer appUsers,
            Totals totals,
            Breakdowns breakdowns) {}

    /** The day by language, editor, model (chat only) and feature, most generations first. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Breakdowns(List<Entry> languages, List<Entry> editors, List<Entry> models, List<Entry> features) {}

    /** One language, editor, model or feature; null where the organization's figure of the day is. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Entry(
            String name,
            @Nullable Long interactions,
            @Nullable Long generations,
            @Nullable Long acceptances,
            @Nullable Long locSuggestedToAdd,
            @Nullable Long locAdded,
            @Nullable Long locDeleted) {}
}
