package dev.flightlog.summary;

import dev.flightlog.calendar.IsoWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which days of a week the figures rest on.
 *
 * @param days published days that were counted, in order
 * @param dataSince the organization's first day with a report
 * @param restated days of the week that GitHub published more than once
 * @param corrections what changed after the week was first posted, in order
 * @param notAsked missing days that were not asked for since they were due, so that GitHub may well have them
 * @param notDue of these the days of which GitHub need not have published anything yet: two full UTC days are not over
 * @param teamDays of the days that were counted those of which is known who was in which team, in order; null in
 *     summaries of earlier versions
 */
public record Coverage(
        IsoWeek week,
        List<LocalDate> days,
        @Nullable LocalDate dataSince,
        List<LocalDate> restated,
        List<Correction> corrections,
        List<LocalDate> notAsked,
        List<LocalDate> notDue,
        @Nullable List<LocalDate> teamDays) {
    public Coverage {
        teamDays = teamDays == null ? null : teamDays.stream().sorted().toList();
        // A summary that an older server stored does not say these two.
        notDue = notDue == null ? List.of() : notDue.stream().sorted().toList();
        notAsked = notAsked == null ? List.of() : notAsked.stream().sorted().toList();
        days = days.stream().sorted().toList();
        restated = restated.stream().sorted().toList();
        corrections = List.copyOf(corrections);
        for (LocalDate day : days) {
            if (!week.contains(day)) {
                throw new IllegalArgumentException("days must be of " + week + ", but one is " + day);
            }
        }
    }

    /** Where every missing day was asked for. */
    public Coverage(
            IsoWeek week,
            List<LocalDate> days,
            @Nullable LocalDate dataSince,
            List<LocalDate> restated,
            List<Correction> corrections) {
        this(week, days, dataSince, restated, corrections, List.of(), List.of(), null);
    }

    /** Missing days that GitHub was asked for after they were due: these it has not published. */
    public List<LocalDate> notPublished() {
        return missing().stream().filter(day -> !notAsked.contains(day)).toList();
    }

    /** Days that were counted and of which nobody knows who was in which team. */
    public List<LocalDate> daysWithoutTeams() {
        List<LocalDate> known = teamDays;
        return known == null
                ? List.of()
                : days.stream().filter(day -> !known.contains(day)).toList();
    }

    public boolean isWhole() {
        return days.size() == 7;
    }

    /** Days of the week that GitHub should have published and has not; none before the data begin. */
    public List<LocalDate> missing() {
        return week.days()
                .filter(day -> !days.contains(day))
                .filter(day -> dataSince == null || !day.isBefore(dataSince))
                .toList();
    }

    /** True where the organization's data begin inside this week, after its Monday. */
    public boolean beginsInside() {
        return dataSince != null && dataSince.isAfter(week.monday()) && week.contains(dataSince);
    }

    /** The last day before which no day is missing; null where the very first is. */
    public @Nullable LocalDate completeTo() {
        List<LocalDate> missing = missing();
        if (missing.isEmpty()) {
            return days.isEmpty() ? null : days.getLast();
        }
        LocalDate before = missing.getFirst().minusDays(1);
        return days.contains(before) ? before : null;
    }

    /** A day whose figures came, or came again, after the week was posted. */
    public record Correction(LocalDate day, LocalDate on, Reason reason) {}

    /** Why a posted week was counted again. */
    public enum Reason {
        RESTATED,
        PUBLISHED_LATE,
        TEAMS_PUBLISHED_LATE
    }
}
