package dev.flightlog.alert;

import dev.flightlog.cost.LimitUse;
import dev.flightlog.cost.ModelCredits;
import dev.flightlog.cost.TeamCredits;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a month's alert says.
 *
 * @param uses how much of each limit is used now
 * @param warnings those given this month, oldest first
 * @param dataThrough the last day with usage; null where the month has none
 * @param models AI credits by model; empty where the bill cannot be read
 * @param prefix how commands start, from the policy
 */
record CreditAlert(
        String organization,
        YearMonth month,
        List<LimitUse> uses,
        List<Warning> warnings,
        @Nullable LocalDate dataThrough,
        List<ModelCredits> models,
        TeamCredits teams,
        String prefix) {
    CreditAlert {
        uses = List.copyOf(uses);
        warnings = List.copyOf(warnings);
        models = List.copyOf(models);
        if (warnings.isEmpty()) {
            throw new IllegalArgumentException("an alert has a warning, but that of " + month + " has none");
        }
    }
}
