package dev.flightlog.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.seat.SeatPlan;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CreditMonthTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final LocalDate SETTLED = LocalDate.parse("2026-11-16");

    @Test
    void includesWhatTheSeatsBring() {
        assertThat(CreditPool.included(Map.of(SeatPlan.BUSINESS, 10, SeatPlan.ENTERPRISE, 2, SeatPlan.UNKNOWN, 0)))
                .contains(new BigDecimal("26800"));
        assertThat(CreditPool.included(Map.of(SeatPlan.BUSINESS, 10, SeatPlan.UNKNOWN, 1)))
                .as("a seat of which GitHub does not name the plan brings credits too, nobody knows how many")
                .isEmpty();
        assertThat(CreditPool.usd(new BigDecimal("26800"))).isEqualByComparingTo("268");
    }

    @Test
    void projectsWeekdaysAsWeekdaysAndWeekendsAsWeekends() {
        List<CreditDay> days = LocalDate.parse("2026-10-30")
                .datesUntil(LocalDate.parse("2026-11-19"))
                .map(day -> new CreditDay(day, weekend(day) ? BigDecimal.ZERO : BigDecimal.TEN))
                .toList();

        CreditMonth month = CreditMonth.running(NOVEMBER, days, SETTLED, Optional.of(new BigDecimal("160")));

        assertThat(month.used()).isEqualByComparingTo("130"); // 13 working days to the 18th
        assertThat(month.dataThrough()).contains(LocalDate.parse("2026-11-18"));
        assertThat(month.projected()).contains(new BigDecimal("210")); // 21 working days in the month
        assertThat(own(month).shareOfPool()).contains(new BigDecimal("0.8125"));
        assertThat(own(month).projectedOverageUsd().orElseThrow()).isEqualByComparingTo("0.50");
    }

    /** The pace of the month before says nothing of a month of which no day is known. */
    @Test
    void foretellsNothingOfAMonthOfWhichNoDayIsKnown() {
        List<CreditDay> days = LocalDate.parse("2026-11-10")
                .datesUntil(LocalDate.parse("2026-11-28"))
                .map(day -> new CreditDay(day, BigDecimal.TEN))
                .toList();

        CreditMonth month = CreditMonth.running(
                YearMonth.of(2026, 12), days, LocalDate.parse("2026-11-27"), Optional.of(BigDecimal.TEN));

        assertThat(month.knownUse()).isEmpty();
        assertThat(month.projected()).isEmpty();
        assertThat(month.range()).isEmpty();
    }

    @Test
    void learnsFromTheLastFourteenSettledDaysOnly() {
        List<CreditDay> days = LocalDate.parse("2026-10-20")
                .datesUntil(LocalDate.parse("2026-11-20"))
                .map(day -> new CreditDay(
                        day,
                        day.isAfter(SETTLED) || day.isBefore(LocalDate.parse("2026-11-03"))
                                ? BigDecimal.valueOf(1_000)
                                : BigDecimal.ONE))
                .toList();

        CreditMonth month = CreditMonth.running(NOVEMBER, days, SETTLED, Optional.of(BigDecimal.ZERO));

        // 2 days of 1,000, 14 of 1, three unsettled of 1,000, and 11 to come as the settled ones.
        assertThat(month.projected()).contains(new BigDecimal("5025"));
        assertThat(own(month).shareOfPool()).isEmpty();
    }

    @Test
    void takesTheMeanOfAllDaysForAWeekdayNeverSeen() {
        List<CreditDay> days = List.of(
                new CreditDay(LocalDate.parse("2026-11-15"), new BigDecimal("10")),
                new CreditDay(LocalDate.parse("2026-11-16"), new BigDecimal("20")));

        CreditMonth month = CreditMonth.running(NOVEMBER, days, SETTLED, Optional.of(BigDecimal.ZERO));

        // Of the 28 other days, 4 are Sundays (10), 4 Mondays (20), and 20 are of other weekdays (15).
        assertThat(month.projected()).contains(new BigDecimal("450"));
    }

    @Test
    void theProjectionLiesBetweenTheLeastAndTheMostOfEachWeekday() {
        // Settled are the two weeks of Nov 3 – 16; of each weekday one day used 10 and one used 30.
        List<CreditDay> days = LocalDate.parse("2026-11-03")
                .datesUntil(LocalDate.parse("2026-11-19"))
                .map(day -> new CreditDay(
                        day,
                        day.isAfter(SETTLED)
                                ? new BigDecimal("100")
                                : day.isBefore(LocalDate.parse("2026-11-10")) ? BigDecimal.TEN : new BigDecimal("30")))
                .toList();

        CreditMonth month = CreditMonth.running(NOVEMBER, days, SETTLED, Optional.of(new BigDecimal("1900")));

        // Known: 7 × 10 + 7 × 30 + 2 × 100 = 480. Of the 14 other days each is 10 at least, 20 on average, 30 at most.
        assertThat(month.used()).isEqualByComparingTo("480");
        assertThat(month.projected()).contains(new BigDecimal("760"));
        assertThat(month.range()).contains(new CreditRange(new BigDecimal("620"), new BigDecimal("900")));
    }

    @Test
    void whatNeverChangesHasNoRangeButOneFigure() {
        List<CreditDay> days = LocalDate.parse("2026-11-03")
                .datesUntil(LocalDate.parse("2026-11-17"))
                .map(day -> new CreditDay(day, BigDecimal.TEN))
                .toList();

        CreditMonth month = CreditMonth.running(NOVEMBER, days, SETTLED, Optional.empty());

        assertThat(month.projected()).contains(new BigDecimal("300"));
        assertThat(month.range()).contains(new CreditRange(new BigDecimal("300"), new BigDecimal("300")));
    }

    @Test
    void projectsNothingFromNothing() {
        CreditMonth month = CreditMonth.running(NOVEMBER, List.of(), SETTLED, Optional.of(new BigDecimal("1900")));

        assertThat(month.knownUse()).isEmpty();
        assertThat(own(month).shareOfPool()).isEmpty();
        assertThat(month.projected()).isEmpty();
        assertThat(month.range()).isEmpty();
        assertThat(month.dataThrough()).isEmpty();
        assertThat(own(month).projectedOverageUsd()).isEmpty();
    }

    @Test
    void aMonthThatIsOverEndedWithWhatWasUsed() {
        CreditMonth month = CreditMonth.over(SEPTEMBER, september(30), Optional.of(new BigDecimal("10")));

        assertThat(month.daysKnown()).isEqualTo(30);
        assertThat(month.projected()).contains(month.used());
        assertThat(own(month).projectedOverageUsd().orElseThrow()).isEqualByComparingTo("0.50");
    }

    @Test
    void aMonthThatIsOverIsNotProjectedWhereDaysLack() {
        CreditMonth month = CreditMonth.over(SEPTEMBER, september(29), Optional.of(new BigDecimal("10")));

        assertThat(month.used()).isEqualByComparingTo("58");
        assertThat(month.daysKnown()).isEqualTo(29);
        assertThat(month.projected()).isEmpty();
        assertThat(own(month).projectedOverageUsd()).isEmpty();
    }

    private static CostOfMonth own(CreditMonth month) {
        return Months.of(month, Billing.ofOrganization(BigDecimal.ZERO));
    }

    private static List<CreditDay> september(int days) {
        LocalDate first = SEPTEMBER.atDay(1);
        return first.datesUntil(first.plusDays(days))
                .map(day -> new CreditDay(day, BigDecimal.TWO))
                .toList();
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
