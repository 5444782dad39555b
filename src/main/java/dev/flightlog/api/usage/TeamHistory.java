package dev.flightlog.api.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A team by day. A week is left out as a whole if it has a day on which too few members held a seat. A figure that
 * fewer people than the policy's {@code privacy.min_team_size} contribute to, or that would reveal them, is null.
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TeamHistory(TeamAnswer team, List<TeamDay> data) {
    /**
     * A team on one UTC day; people are distinct.
     *
     * @param members members of that day, as GitHub's report names them
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record TeamDay(
            LocalDate date,
            int members,
            @Nullable Integer activeMembers,
            @Nullable Integer agentMembers,
            @Nullable Integer chatMembers,
            @Nullable Integer cliMembers,
            @Nullable Integer appMembers,
            Totals totals) {}
}
