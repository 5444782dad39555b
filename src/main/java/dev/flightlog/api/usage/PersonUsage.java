package dev.flightlog.api.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person by day.
 *
 * @param lastActiveDay last UTC day with activity that was ever reported
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PersonUsage(String login, @Nullable LocalDate lastActiveDay, List<PersonDay> data) {
    /** A person on one UTC day. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record PersonDay(
            LocalDate date,
            boolean active,
            boolean usedAgent,
            boolean usedChat,
            boolean usedCli,
            boolean usedApp,
            Totals totals) {}
}
