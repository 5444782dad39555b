package dev.flightlog.api.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flightlog.database.Row;
import dev.flightlog.privacy.Metric;
import dev.flightlog.privacy.Suppressed;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was used on a day, summed up. Lines suggested leave agents out, lines added count them: never divide one by the
 * other.
 *
 * <p>Null is what may not be shown, because too few people contribute to it or it would reveal them.
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
        @Nullable Long agentMessages,
        @Nullable BigDecimal aiCredits) {
    private static final int RATE_DIGITS = 4;

    /** Acceptances by generations; null where nothing was offered, and where one of both may not be shown. */
    static @Nullable BigDecimal rate(@Nullable Long acceptances, @Nullable Long generations) {
        return acceptances == null || generations == null || generations == 0
                ? null
                : BigDecimal.valueOf(acceptances)
                        .divide(BigDecimal.valueOf(generations), RATE_DIGITS, RoundingMode.HALF_UP);
    }

    /** From a row of {@code usage_day} or {@code usage_user_day}. */
    static Totals of(Row row, Suppressed shown) throws SQLException {
        Long generations = sum(row, Metric.COMPLETION_GENERATIONS, shown);
        Long acceptances = sum(row, Metric.COMPLETION_ACCEPTANCES, shown);
        return new Totals(
                sum(row, Metric.INTERACTIONS, shown),
                sum(row, Metric.GENERATIONS, shown),
                sum(row, Metric.ACCEPTANCES, shown),
                generations,
                acceptances,
                rate(acceptances, generations),
                sum(row, Metric.LOC_SUGGESTED_TO_ADD, shown),
                sum(row, Metric.LOC_SUGGESTED_TO_DELETE, shown),
                sum(row, Metric.LOC_ADDED, shown),
                sum(row, Metric.LOC_DELETED, shown),
                sum(row, Metric.CLI_SESSIONS, shown),
                sum(row, Metric.CLI_REQUESTS, shown),
                sum(row, Metric.CLI_PROMPTS, shown),
                sum(row, Metric.APP_SESSIONS, shown),
                sum(row, Metric.AGENT_SESSIONS, shown),
                sum(row, Metric.AGENT_MESSAGES, shown),
                shown.sum(row.decimal("ai_credits"), Metric.AI_CREDITS).orNull());
    }

    /** The column of a metric has its name. */
    private static @Nullable Long sum(Row row, Metric metric, Suppressed shown) throws SQLException {
        return shown.sum(row.number(metric.name().toLowerCase(Locale.ROOT)), metric)
                .orNull();
    }
}
