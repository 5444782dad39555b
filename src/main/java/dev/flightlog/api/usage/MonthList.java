package dev.flightlog.api.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flightlog.privacy.Metric;
import dev.flightlog.privacy.Suppressed;
import dev.flightlog.usage.UsagePoint;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The organization by calendar month, oldest first; a month that is not here has no data. */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MonthList(List<UsageMonth> data) {
    /**
     * A UTC calendar month; people are distinct people of the month. A figure that fewer people than the policy's
     * {@code privacy.min_team_size} contribute to on one of its days, or that would reveal them, is null.
     *
     * @param month such as 2026-11
     * @param days with data
     * @param acceptanceRate acceptances by generations of code completions, 0 to 1; null where nothing was offered
     * @param aiCredits an estimate of the invoice; 1 credit is 0.01 US dollars
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record UsageMonth(
            String month,
            int days,
            @Nullable Integer activeUsers,
            @Nullable Integer agentUsers,
            @Nullable Integer chatUsers,
            @Nullable Integer cliUsers,
            @Nullable Integer appUsers,
            @Nullable BigDecimal acceptanceRate,
            @Nullable Long locAdded,
            @Nullable BigDecimal aiCredits) {
        static UsageMonth of(UsagePoint month, Suppressed shown) {
            return new UsageMonth(
                    YearMonth.from(month.first()).toString(),
                    month.days(),
                    shown.people(Metric.ACTIVE, month.active()).orNull(),
                    shown.people(Metric.AGENT, month.agent()).orNull(),
                    shown.people(Metric.CHAT, month.chat()).orNull(),
                    shown.people(Metric.CLI, month.cli()).orNull(),
                    shown.people(Metric.APP, month.app()).orNull(),
                    Totals.rate(
                            shown.sum(month.completionsAccepted(), Metric.COMPLETION_ACCEPTANCES)
                                    .orNull(),
                            shown.sum(month.completionsShown(), Metric.COMPLETION_GENERATIONS)
                                    .orNull()),
                    shown.sum(month.linesAdded(), Metric.LOC_ADDED).orNull(),
                    shown.sum(month.credits(), Metric.AI_CREDITS).orNull());
        }
    }
}
