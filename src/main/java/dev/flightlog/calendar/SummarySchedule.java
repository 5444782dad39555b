package dev.flightlog.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * When the weekly post of an ISO week is due: on the first such day after the week's Sunday, at that time there.
 *
 * <p>Far east of Greenwich a Monday morning comes before the UTC week is over; then the post is due when it is over. A
 * time that the clocks skip moves on by what they skip; of a time that comes twice the first counts.
 */
public record SummarySchedule(DayOfWeek day, LocalTime time, ZoneId zone) {
    /** A week and the moment its post is due. */
    public record Due(IsoWeek week, Instant at) {}

    /** The moment at which the post of this week is due. */
    public Instant dueFor(IsoWeek week) {
        LocalDate date = week.sunday().with(TemporalAdjusters.next(day));
        Instant chosen = date.atTime(time).atZone(zone).toInstant();
        return chosen.isBefore(week.end()) ? week.end() : chosen;
    }

    /** The first post that is due after this moment. */
    public Due nextAfter(Instant moment) {
        IsoWeek week = weekAround(moment).previous().previous();
        while (!dueFor(week).isAfter(moment)) {
            week = week.next();
        }
        return new Due(week, dueFor(week));
    }

    /** The post that became due last, at this moment or before. */
    public Due latestAt(Instant moment) {
        IsoWeek week = nextAfter(moment).week().previous();
        return new Due(week, dueFor(week));
    }

    private IsoWeek weekAround(Instant moment) {
        return IsoWeek.of(moment.atZone(zone).toLocalDate());
    }
}
