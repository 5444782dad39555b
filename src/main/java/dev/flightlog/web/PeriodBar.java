package dev.flightlog.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Ways to other times.
 *
 * @param custom whether somebody chose the days
 * @param kept parameters of the page that another time keeps
 * @param query parameters of the time that another view keeps
 */
public record PeriodBar(
        String path,
        List<Choice> periods,
        List<Choice> units,
        boolean custom,
        String from,
        String to,
        String by,
        Map<String, String> kept,
        Map<String, String> query,
        String words) {
    /** A way to one of them. */
    public record Choice(String name, String href, boolean current) {}

    public static PeriodBar of(Period period, Query page) {
        return of(period, page, List.of(Period.Step.values()));
    }

    /** Of what is not shown by month. */
    public static PeriodBar byDayOrWeek(Period period, Query page) {
        return of(period, page, List.of(Period.Step.DAY, Period.Step.WEEK));
    }

    private static PeriodBar of(Period period, Query page, List<Period.Step> steps) {
        List<Choice> periods = Arrays.stream(Period.Preset.values())
                .map(preset -> new Choice(
                        preset.words(),
                        page.with("period", preset == Period.Preset.WEEKS_12 ? "" : preset.key())
                                .href(),
                        preset == period.preset()))
                .toList();
        List<Choice> units = steps.stream()
                .filter(step -> step != Period.Step.DAY || period.byDayIsPossible())
                .map(step -> new Choice(
                        step.words(), period.into(page).with("by", step.key()).href(), step == period.step()))
                .toList();
        return new PeriodBar(
                page.path(),
                periods,
                units,
                period.preset() == null,
                period.first().toString(),
                period.last().toString(),
                period.step().key(),
                page.parameters(),
                period.into(Query.of(page.path())).parameters(),
                period.words());
    }
}
