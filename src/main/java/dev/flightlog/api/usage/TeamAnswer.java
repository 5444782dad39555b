package dev.flightlog.api.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flightlog.directory.Team;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/** A team; its name and description are written by people. */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TeamAnswer(String name, String slug, String description, String url) {
    static TeamAnswer of(Team team) {
        return new TeamAnswer(team.name(), team.slug(), team.description(), team.htmlUrl());
    }
}
