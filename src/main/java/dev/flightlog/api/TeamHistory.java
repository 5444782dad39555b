package dev.flightlog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.LocalDate;
import java.util.List;

/** A team by day. A day on which it may not be shown, by the people in it who held a seat then, is left out. */
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
            int activeMembers,
            int agentMembers,
            int chatMembers,
            int cliMembers,
            int appMembers,
            Totals totals) {}
}
