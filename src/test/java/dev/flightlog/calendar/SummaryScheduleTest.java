package dev.flightlog.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightlog.policy.Policy;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryScheduleTest {
    @ParameterizedTest
    @CsvSource({
        "WEDNESDAY, 08:00, UTC, 2026-W46, 2026-11-18T08:00:00Z",
        "MONDAY, 08:00, UTC, 2026-W46, 2026-11-16T08:00:00Z",
        "SUNDAY, 08:00, UTC, 2026-W46, 2026-11-22T08:00:00Z",
        "WEDNESDAY, 08:00, UTC, 2026-W53, 2027-01-06T08:00:00Z",
        "WEDNESDAY, 08:00, UTC, 2027-W01, 2027-01-13T08:00:00Z",
        "WEDNESDAY, 08:00, Europe/Berlin, 2026-W42, 2026-10-21T06:00:00Z",
        "WEDNESDAY, 08:00, Europe/Berlin, 2026-W43, 2026-10-28T07:00:00Z",
        "WEDNESDAY, 08:00, America/New_York, 2026-W43, 2026-10-28T12:00:00Z",
        "WEDNESDAY, 08:00, America/New_York, 2026-W44, 2026-11-04T13:00:00Z",
        // The clocks skip 02:00 to 03:00 on 2027-03-28 in Berlin and on 2027-03-14 in New York.
        "SUNDAY, 02:30, Europe/Berlin, 2027-W11, 2027-03-28T01:30:00Z",
        "SUNDAY, 02:30, America/New_York, 2027-W09, 2027-03-14T07:30:00Z",
        // 02:30 comes twice on 2026-10-25 in Berlin, 01:30 twice on 2026-11-01 in New York; the first counts.
        "SUNDAY, 02:30, Europe/Berlin, 2026-W42, 2026-10-25T00:30:00Z",
        "SUNDAY, 01:30, America/New_York, 2026-W43, 2026-11-01T05:30:00Z",
        // Monday morning in Tokyo comes before the UTC week is over.
        "MONDAY, 08:00, Asia/Tokyo, 2026-W46, 2026-11-16T00:00:00Z",
        "MONDAY, 09:30, Asia/Tokyo, 2026-W46, 2026-11-16T00:30:00Z",
    })
    void aWeekIsDueAfterItsSunday(DayOfWeek day, LocalTime time, ZoneId zone, String week, Instant due) {
        assertThat(new SummarySchedule(day, time, zone)
                        .dueFor(IsoWeek.parse(week).orElseThrow()))
                .isEqualTo(due);
    }

    @Test
    void theNextPostIsStrictlyAfterTheMoment() {
        SummarySchedule schedule = Policy.DEFAULTS.summary().schedule();
        Instant due = Instant.parse("2026-11-18T08:00:00Z");

        assertThat(schedule.nextAfter(due.minusMillis(1)))
                .isEqualTo(new SummarySchedule.Due(new IsoWeek(2026, 46), due));
        assertThat(schedule.nextAfter(due))
                .isEqualTo(new SummarySchedule.Due(new IsoWeek(2026, 47), due.plus(Duration.ofDays(7))));
        assertThat(schedule.latestAt(due).week()).isEqualTo(new IsoWeek(2026, 46));
        assertThat(schedule.latestAt(due.minusMillis(1)).week()).isEqualTo(new IsoWeek(2026, 45));
    }

    @Property
    void weeksFollowEachOtherWithoutGap(
            @ForAll @LongRange(min = 1_700_000_000, max = 2_000_000_000) long second,
            @ForAll DayOfWeek day,
            @ForAll @IntRange(max = 23) int hour,
            @ForAll @IntRange(max = 4) int zone) {
        ZoneId place = ZoneId.of(
                new String[] {"UTC", "Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago"}
                        [zone]);
        var schedule = new SummarySchedule(day, LocalTime.of(hour, 30), place);
        Instant moment = Instant.ofEpochSecond(second);

        SummarySchedule.Due next = schedule.nextAfter(moment);
        SummarySchedule.Due latest = schedule.latestAt(moment);

        assertThat(latest.at()).isBeforeOrEqualTo(moment);
        assertThat(next.at()).isAfter(moment);
        assertThat(latest.week().next()).isEqualTo(next.week());
        assertThat(next.at()).isAfterOrEqualTo(next.week().end());
        assertThat(Duration.between(next.week().end(), next.at())).isLessThan(Duration.ofDays(8));
    }

    @Test
    void weeksAreReadAndWritten() {
        assertThat(IsoWeek.parse("2026-W53")).contains(new IsoWeek(2026, 53));
        assertThat(IsoWeek.parse("2027-W53")).isEmpty();
        assertThat(IsoWeek.parse("2026-W00")).isEmpty();
        assertThat(IsoWeek.parse("0000-W01")).isEmpty();
        assertThat(IsoWeek.parse("1999-W52")).isEmpty();
        assertThat(IsoWeek.parse("2000-W01")).contains(new IsoWeek(2000, 1));
        assertThat(IsoWeek.parse("W46")).isEmpty();
        assertThat(IsoWeek.of(LocalDate.of(2027, 1, 3))).hasToString("2026-W53");
        assertThat(new IsoWeek(2026, 53).next()).isEqualTo(new IsoWeek(2027, 1));
        assertThat(new IsoWeek(2027, 1).previous()).isEqualTo(new IsoWeek(2026, 53));
        assertThat(new IsoWeek(2026, 46).monday()).isEqualTo("2026-11-09");
        assertThat(new IsoWeek(2026, 46).sunday()).isEqualTo("2026-11-15");
        assertThat(new IsoWeek(2026, 53)).isLessThan(new IsoWeek(2027, 1));
        assertThatThrownBy(() -> new IsoWeek(2027, 53)).hasMessage("week of 2027 must be from 1 to 52, but is 53");
    }
}
