package dev.flightlog.privacy;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.jobs.JobQueue;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides what may be shown of weeks and their days, and knows which of the stored decisions are by the data of now. A week
 * of ten thousand people takes a second, so that a job decides it when its data have changed; who asks waits for small
 * organizations only.
 */
@Singleton
class WeekDecisions {
    /** Rows of people, one a person and day, that are decided about while somebody waits: some tenths of a second. */
    static final int ROWS_WHILE_SOMEBODY_WAITS = 20_000;

    private final PopulationStore people;
    private final SuppressionStore store;
    private final JobQueue jobs;

    WeekDecisions(PopulationStore people, SuppressionStore store, JobQueue jobs) {
        this.people = people;
        this.store = store;
        this.jobs = jobs;
    }

    /** Decides about those of these weeks with data of which nothing is decided by the data of now, however long it takes. */
    void decide(long org, Collection<IsoWeek> weeks, int threshold) {
        upToDate(org, weeks, threshold, Long.MAX_VALUE);
    }

    /** Those of these weeks of which the decision is by the data of now; a few that are not decided about are, latest first. */
    Set<IsoWeek> upToDate(long org, Collection<IsoWeek> weeks, int threshold) {
        return upToDate(org, weeks, threshold, ROWS_WHILE_SOMEBODY_WAITS);
    }

    /** Those of these weeks with data of which nothing is decided by the data of now. Latest first. */
    List<IsoWeek> undecided(long org, Collection<IsoWeek> weeks, int threshold) {
        Map<IsoWeek, String> stamps = store.stamps(org, weeks);
        Set<IsoWeek> decided = store.decided(org, threshold, stamps);
        return latestFirst(stamps.keySet()).stream()
                .filter(week -> !decided.contains(week))
                .toList();
    }

    private Set<IsoWeek> upToDate(long org, Collection<IsoWeek> weeks, int threshold, long most) {
        Map<IsoWeek, String> stamps = store.stamps(org, weeks);
        Set<IsoWeek> decided = new HashSet<>(store.decided(org, threshold, stamps));
        long rows = 0;
        for (IsoWeek week : latestFirst(stamps.keySet())) {
            if (!decided.contains(week)) {
                rows += people.rows(org, week);
                if (rows > most) {
                    jobs.ensure(SuppressionRequest.TYPE, new SuppressionRequest(org));
                    return decided;
                }
                List<LocalDate> days = people.days(org, week);
                store.save(
                        org,
                        week,
                        days,
                        stamps.getOrDefault(week, ""),
                        Suppression.week(people.on(org, days), threshold));
                decided.add(week);
            }
        }
        return decided;
    }

    private static List<IsoWeek> latestFirst(Set<IsoWeek> weeks) {
        return weeks.stream().sorted(Comparator.reverseOrder()).toList();
    }
}
