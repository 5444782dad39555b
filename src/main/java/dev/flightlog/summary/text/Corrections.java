package dev.flightlog.summary.text;

import dev.flightlog.summary.Coverage;
import dev.flightlog.summary.Coverage.Correction;
import dev.flightlog.summary.Coverage.Reason;
import dev.flightlog.summary.count.SummaryStore.Restated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became known of a week after its post was made: earlier corrections, days restated since, days that came late. */
public final class Corrections {
    private Corrections() {}

    /**
     * @param imported when each day was first or last read
     * @param teams of the days of which is known who was in which team, when that was first or last read
     */
    public static List<Correction> since(
            Coverage posted,
            Instant madeAt,
            List<LocalDate> days,
            List<Restated> restated,
            Map<LocalDate, Instant> imported,
            Map<LocalDate, Instant> teams) {
        Set<Correction> corrections = new LinkedHashSet<>(posted.corrections());
        restated.stream()
                .filter(day -> day.at().isAfter(madeAt) && posted.days().contains(day.day()))
                .map(day -> new Correction(day.day(), date(day.at()), Reason.RESTATED))
                .forEach(corrections::add);
        days.stream()
                .filter(day -> !posted.days().contains(day) && imported.containsKey(day))
                .map(day -> new Correction(day, date(imported.getOrDefault(day, madeAt)), Reason.PUBLISHED_LATE))
                .forEach(corrections::add);
        posted.daysWithoutTeams().stream()
                .filter(teams::containsKey)
                .map(day -> new Correction(day, date(teams.getOrDefault(day, madeAt)), Reason.TEAMS_PUBLISHED_LATE))
                .forEach(corrections::add);
        return corrections.stream()
                .sorted(Comparator.comparing(Correction::on).thenComparing(Correction::day))
                .toList();
    }

    private static LocalDate date(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
