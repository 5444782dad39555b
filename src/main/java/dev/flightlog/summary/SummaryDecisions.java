package dev.flightlog.summary;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.calendar.SummarySchedule;
import dev.flightlog.calendar.SummarySchedule.Due;
import dev.flightlog.health.DataProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides about the weekly post, and does nothing. Days are UTC; the schedule has the policy's time zone. */
public final class SummaryDecisions {
    /** How long a post waits for days that GitHub publishes late, and the first one for the rest of the first load. */
    public static final Duration PATIENCE = Duration.ofHours(48);

    /** Twice as long as between two readings of usage: an older reading does not show what GitHub has now. */
    static final Duration KNOWN = Duration.ofHours(12);

    private SummaryDecisions() {}

    /** @param facts about the week that {@code schedule} says was due last at {@code now} */
    public static SummaryDecision decide(SummaryFacts facts, SummarySchedule schedule, Instant now) {
        Instant next = schedule.nextAfter(now).at();
        LocalDate lastDay = facts.lastDay();
        if (lastDay == null) {
            boolean late = now.isAfter(facts.installedAt().plus(Duration.ofDays(DataProblem.MAX_DAYS_BEHIND)));
            return facts.blocked() || late ? stopped(facts, now) : new SummaryDecision.NothingToDo(next);
        }
        if (isStale(lastDay, now)) {
            return stopped(facts, now);
        }
        if (facts.posted() || facts.days().isEmpty()) {
            return new SummaryDecision.NothingToDo(next);
        }
        Instant loadPatience = facts.installedAt().plus(PATIENCE);
        return facts.first() && !facts.loaded() && now.isBefore(loadPatience)
                ? new SummaryDecision.WaitForLoad(loadPatience)
                : due(facts, schedule.latestAt(now), now);
    }

    /** An alert rests on what GitHub says now, not on what it said before a suspension or an outage of this server. */
    private static SummaryDecision stopped(SummaryFacts facts, Instant now) {
        Instant tried = facts.usageTriedAt();
        return tried == null || tried.isBefore(facts.activeSince()) || tried.isBefore(now.minus(KNOWN))
                ? new SummaryDecision.WaitForUsage()
                : new SummaryDecision.AlertStale(facts.lastDay());
    }

    /** Whether this was the last day with data too long ago. */
    static boolean isStale(@Nullable LocalDate lastDay, Instant now) {
        return lastDay == null || DataProblem.isOld(lastDay, now);
    }

    private static SummaryDecision due(SummaryFacts facts, Due due, Instant now) {
        List<LocalDate> missing = missing(facts, due.week());
        Instant patience = due.at().plus(PATIENCE);
        if (missing.isEmpty()) {
            return new SummaryDecision.Post(due.week());
        }
        return facts.first() || !now.isBefore(patience)
                ? new SummaryDecision.PostPartial(due.week(), missing)
                : new SummaryDecision.WaitForDays(due.week(), missing, patience);
    }

    /** Days before the data begin are not missing: nobody will ever publish them. */
    private static List<LocalDate> missing(SummaryFacts facts, IsoWeek week) {
        LocalDate first = facts.firstDay();
        return week.days()
                .filter(day -> !facts.days().contains(day))
                .filter(day -> first == null || !day.isBefore(first))
                .toList();
    }
}
