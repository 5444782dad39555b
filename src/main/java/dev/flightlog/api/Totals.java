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
 * @param acceptanceRate acceptances by generations of code completions, 0 to 1; null where nothing was offered
 * @param aiCredits an estimate of the invoice; 1 credit is 0.01 US dollars
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Totals(
        long interactions,
        long generations,
        long acceptances,
        long completionGenerations,
        long completionAcceptances,
        @Nullable BigDecimal acceptanceRate,
        long locSuggestedToAdd,
        long locSuggestedToDelete,
        long locAdded,
        long locDeleted,
        long cliSessions,
        long cliRequests,
        long cliPrompts,
        long appSessions,
        long agentSessions,
        BigDecimal aiCredits) {
    private static final int RATE_DIGITS = 4;

    /** Acceptances by generations; null where nothing was offered. */
    static @Nullable BigDecimal rate(long acceptances, long generations) {
        return generations == 0
                ? null
                : BigDecimal.valueOf(acceptances)
                        .divide(BigDecimal.valueOf(generations), RATE_DIGITS, RoundingMode.HALF_UP);
    }
}
