package dev.flightlog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flightlog.cost.TeamCredits;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A team's AI credits on those days of the month on which they may be shown.
 *
 * @param credits null where so few days are counted, fewer than half, that they say nothing of the month
 * @param atLeast whether days with data are not counted, so that the team may have used more
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CreditsOfTeam(
        String slug, String name, @Nullable BigDecimal credits, boolean atLeast, int days, int daysWithData) {
    static CreditsOfTeam of(TeamCredits.Team team) {
        return new CreditsOfTeam(
                team.slug(),
                team.name(),
                team.saysNothing() ? null : team.credits(),
                team.lacksDays(),
                team.days(),
                team.daysWithData());
    }
}
