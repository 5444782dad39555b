package dev.flightlog.api.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the teams whose numbers may be shown.
 *
 * @param totalTeams teams that are shown, on all pages
 * @param hiddenTeams teams whose numbers would be about too few people
 * @param seatsAsOf the UTC day of the listing of seats where it is older than two days; else null
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TeamList(
        int totalTeams, int hiddenTeams, @Nullable LocalDate seatsAsOf, List<ListedTeam> teams) {
    /**
     * A team in the list.
     *
     * @param seats people in the team who hold a seat
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ListedTeam(String name, String slug, String description, String url, int seats) {
        static ListedTeam of(TeamAnswer team, int seats) {
            return new ListedTeam(team.name(), team.slug(), team.description(), team.url(), seats);
        }
    }
}
