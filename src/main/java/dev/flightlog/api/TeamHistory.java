package dev.flightlog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.LocalDate;
import java.util.List;

/** A team by day. A week is left out as a whole if it has a day on which the team may not be shown, by who held a seat then. */
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
