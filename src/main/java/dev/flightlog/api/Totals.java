package dev.flightlog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What was used on a day, summed up. Lines suggested leave agents out, lines added count them: never divide one by the
 * other.
 *
 * <p>Null is what may not be shown, because too few people contribute to it or it would give them away.
 *
 * @param acceptanceRate acceptances by generations of code completions, 0 to 1; null where nothing was offered
 * @param aiCredits an estimate of the invoice; 1 credit is 0.01 US dollars
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Totals(
        @Nullable Long interactions,
        @Nullable Long generations,
        @Nullable Long acceptances,
        @Nullable Long completionGenerations,
        @Nullable Long completionAcceptances,
        @Nullable BigDecimal acceptanceRate,
        @Nullable Long locSuggestedToAdd,
        @Nullable Long locSuggestedToDelete,
        @Nullable Long locAdded,
        @Nullable Long locDeleted,
        @Nullable Long cliSessions,
        @Nullable Long cliRequests,
        @Nullable Long cliPrompts,
        @Nullable Long appSessions,
        @Nullable Long agentSessions,
        @Nullable BigDecimal aiCredits) {
    private static final int RATE_DIGITS = 4;

    /** Acceptances by generations; null where nothing was offered, and where one of both may not be shown. */
    static @Nullable BigDecimal rate(@Nullable Long acceptances, @Nullable Long generations) {
        return acceptances == null || generations == null || generations == 0
                ? null
                : BigDecimal.valueOf(acceptances)
                        .divide(BigDecimal.valueOf(generations), RATE_DIGITS, RoundingMode.HALF_UP);
    }
}
