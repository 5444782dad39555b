package dev.flightlog.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** 1,000 credits on each working day of December 2026, whose first is a Tuesday: 13,000 are used on the 17th. */
class StoppedDaysTest {
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);
    private static final LocalDate SETTLED = LocalDate.parse("2026-12-30");

    @Test
    void theDayThatReachesTheLimitAndAllAfterItSayNothingOfThePace() {
        assertThat(stopped(december(17), 13_000)).isEqualTo(days("2026-12-17", "2026-12-31"));
    }

    /** GitHub's count is not that of the usage reports: 12,000 of 12,400 are known of when it stops. */
    @Test
    void gitHubMayStopALittleBeforeTheReportsReachTheLimit() {
        assertThat(stopped(december(16), 12_400)).isEqualTo(days("2026-12-16", "2026-12-31"));
        assertThat(stopped(december(16), 13_000)).as("92 % of it").isEmpty();
    }

    /** Friday, Dec 18, reaches 14,000; nobody works on the weekend; on Monday use goes on. */
    @Test
    void aWeekendIsNoStopOnceUseGoesOn() {
        assertThat(stopped(december(31), 14_000)).isEqualTo(days("2026-12-18", "2026-12-20"));
        assertThat(stopped(december(31), 30_000)).isEmpty();
    }

    /** On the 22nd owners allow more, and people go on. */
    @Test
    void whoeverAllowsMoreEndsTheStop() {
        List<CreditDay> days = new ArrayList<>(december(17));
        days.removeIf(day -> !day.day().isBefore(LocalDate.parse("2026-12-22")));
        days.addAll(december(31).stream()
                .filter(day -> !day.day().isBefore(LocalDate.parse("2026-12-22")))
                .toList());

        Set<LocalDate> stopped = StoppedDays.of(
                days,
                day -> Optional.of(BigDecimal.valueOf(day.isBefore(LocalDate.parse("2026-12-22")) ? 13_000 : 30_000)));

        assertThat(stopped).isEqualTo(days("2026-12-17", "2026-12-21"));
    }

    @Test
    void theNextMonthStartsAtThePaceOfTheDaysBeforeTheStop() {
        List<CreditDay> days = december(17);
        YearMonth january = DECEMBER.plusMonths(1);

        // 21 working days; the last 14 days before the stop, Dec 3 – 16, have 1,000 on each working day.
        assertThat(CreditProjection.unstopped(january, days, SETTLED, stopped(days, 13_000)))
                .contains(new BigDecimal("21000"));
        assertThat(CreditProjection.unstopped(january, days, SETTLED, Set.of()))
                .as("what was taken for the pace")
                .contains(new BigDecimal("2000"));
    }

    /** The stop on the 4th leaves three days: they show no pace. */
    @Test
    void tooFewDaysBesideAStopShowNoPace() {
        List<CreditDay> days = new ArrayList<>(december(4));
        days.add(new CreditDay(LocalDate.parse("2027-01-01"), BigDecimal.TEN));
        YearMonth january = DECEMBER.plusMonths(1);
        Set<LocalDate> stopped = stopped(days, 4_000);

        CreditMonth month = CreditMonth.running(january, days, SETTLED, Optional.empty(), new Stops(stopped, false));

        assertThat(stopped).isEqualTo(days("2026-12-04", "2026-12-31"));
        assertThat(month.projected()).isEmpty();
        assertThat(month.range()).isEmpty();
        assertThat(month.pace()).isEqualTo(CreditMonth.Pace.HIDDEN_BY_STOPS);
        assertThat(CreditProjection.unstopped(january, days, SETTLED, stopped)).isEmpty();
    }

    @Test
    void aMonthInWhichUseIsStoppedEndsAtTheStop() {
        List<CreditDay> days = december(17).stream()
                .filter(day -> day.day().isBefore(LocalDate.parse("2026-12-23")))
                .toList();

        CreditMonth month = CreditMonth.running(
                DECEMBER,
                days,
                LocalDate.parse("2026-12-19"),
                Optional.of(new BigDecimal("13000")),
                new Stops(stopped(days, 13_000), true));

        assertThat(month.projected().orElseThrow()).isEqualByComparingTo("13000");
        assertThat(month.pace()).isEqualTo(CreditMonth.Pace.USE_IS_STOPPED);
    }

    @Test
    void aBudgetHoldsUntilTheNextIsFound() {
        StopBudgets budgets = new StopBudgets(List.of(
                new StopBudgets.Since(LocalDate.parse("2026-12-22"), Optional.of(100L)),
                new StopBudgets.Since(LocalDate.parse("2026-12-10"), Optional.of(20L)),
                new StopBudgets.Since(LocalDate.parse("2026-12-28"), Optional.empty())));

        assertThat(budgets.on(LocalDate.parse("2026-11-01"))).contains(20L);
        assertThat(budgets.on(LocalDate.parse("2026-12-21"))).contains(20L);
        assertThat(budgets.on(LocalDate.parse("2026-12-22"))).contains(100L);
        assertThat(budgets.leastOn(LocalDate.parse("2026-12-22"))).contains(20L);
        assertThat(budgets.leastOn(LocalDate.parse("2026-12-28"))).contains(100L);
        assertThat(budgets.on(LocalDate.parse("2026-12-28"))).isEmpty();
    }

    private static Set<LocalDate> stopped(List<CreditDay> days, long limit) {
        return StoppedDays.of(days, _ -> Optional.of(BigDecimal.valueOf(limit)));
    }

    private static List<CreditDay> december(int lastDayOfUse) {
        return days("2026-12-01", "2026-12-31").stream()
                .sorted()
                .map(day -> new CreditDay(
                        day,
                        weekend(day) || day.getDayOfMonth() > lastDayOfUse
                                ? BigDecimal.ZERO
                                : BigDecimal.valueOf(1_000)))
                .toList();
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static Set<LocalDate> days(String first, String last) {
        return LocalDate.parse(first)
                .datesUntil(LocalDate.parse(last).plusDays(1))
                .collect(Collectors.toSet());
    }
}
