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
     * A UTC calendar month; people are distinct people of the month, and null where fewer of them than the policy's
     * {@code privacy.min_team_size} were counted on one of its days, or would follow from it. Sums leave out such days.
     *
     * @param month such as 2026-11
     * @param days with data
     * @param acceptanceRate acceptances by generations of code completions on {@code completionDays} days, 0 to 1; null
     *     where nothing was offered
     * @param completionDays days that are in the rate
     * @param locAdded on {@code locDays} days; null where there are none
     * @param locDays days that are in the lines
     * @param atLeast whether a day with data is left out, so that the month has more lines than these
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
            int completionDays,
            @Nullable Long locAdded,
            int locDays,
            boolean atLeast,
            BigDecimal aiCredits) {
        static UsageMonth of(ShownMonth counted) {
            UsagePoint month = counted.month();
            Suppressed shown = counted.people();
            return new UsageMonth(
                    YearMonth.from(month.first()).toString(),
                    month.days(),
                    shown.people(Metric.ACTIVE, month.active()).orNull(),
                    shown.people(Metric.AGENT, month.agent()).orNull(),
                    shown.people(Metric.CHAT, month.chat()).orNull(),
                    shown.people(Metric.CLI, month.cli()).orNull(),
                    shown.people(Metric.APP, month.app()).orNull(),
                    Totals.rate(counted.completionsAccepted(), counted.completionsShown()),
                    counted.completionDays(),
                    counted.linesDays() == 0 ? null : counted.linesAdded(),
                    counted.linesDays(),
                    counted.atLeast(),
                    month.credits());
        }
    }
}
