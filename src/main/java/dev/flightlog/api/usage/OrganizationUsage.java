package dev.flightlog.api.usage;

import dev.flightlog.api.Days;
import dev.flightlog.api.usage.MonthList.UsageMonth;
import dev.flightlog.api.usage.UsageAnswer.UsageDay;
import dev.flightlog.privacy.VisibleTeams;
import dev.flightlog.usage.UsageSeriesStore;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

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
        return months(org, days, shown.leastOfOrganization(org)).stream()
                .map(UsageMonth::of)
                .toList();
    }

    /** As far as they may be shown, oldest first. */
    public List<ShownMonth> months(long org, Days days, int least) {
        LocalDate first = days.since().withDayOfMonth(1);
        LocalDate last = YearMonth.from(days.until()).atEndOfMonth();
        return ShownMonth.of(
                series.months(org, first, last),
                visible.months(org, first, last, least),
                series.days(org, UsageSeriesStore.ORGANIZATION, first, last),
                visible.organizationOn(org, first, last, least));
    }
}
