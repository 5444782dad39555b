package dev.flightlog.api.usage;

import dev.flightlog.api.Days;
import dev.flightlog.api.usage.MonthList.UsageMonth;
import dev.flightlog.api.usage.UsageAnswer.UsageDay;
import dev.flightlog.privacy.Suppressed;
import dev.flightlog.privacy.VisibleTeams;
import dev.flightlog.usage.UsageSeriesStore;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The organization by day, with what may be shown of it, for the API and the pages. */
@Singleton
public class OrganizationUsage {
    private final ShownTeams shown;
    private final UsageAnswerStore usage;
    private final UsageSeriesStore series;
    private final VisibleTeams visible;

    OrganizationUsage(ShownTeams shown, UsageAnswerStore usage, UsageSeriesStore series, VisibleTeams visible) {
        this.shown = shown;
        this.series = series;
        this.visible = visible;
        this.usage = usage;
    }

    /** @param least the policy's {@code privacy.min_team_size} */
    public List<UsageDay> days(long org, Days days, int least) {
        return usage.organization(org, days, shown.organization(org, days, least));
    }

    /** The calendar months that have one of these days. */
    List<UsageMonth> months(long org, Days days) {
        LocalDate first = days.since().withDayOfMonth(1);
        LocalDate last = YearMonth.from(days.until()).atEndOfMonth();
        Map<YearMonth, Suppressed> months = visible.months(org, first, last, shown.least(org));
        return series.months(org, first, last).stream()
                .flatMap(month -> Optional.ofNullable(months.get(YearMonth.from(month.first())))
                        .map(shownOfMonth -> UsageMonth.of(month, shownOfMonth))
                        .stream())
                .toList();
    }
}
