package dev.flightlog.api.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;

/**
 * What a team works with: names that at least {@code privacy.min_team_size} of its people used on one day, most people
 * first.
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TeamBreakdowns(
        TeamAnswer team, List<String> languages, List<String> editors, List<String> models, List<String> features) {}
