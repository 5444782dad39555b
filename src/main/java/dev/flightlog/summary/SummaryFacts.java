package dev.flightlog.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the decision about a weekly post rests on.
 *
 * @param days published days of the week whose post is due
 * @param firstDay the organization's first day with data; null where there is none
 * @param lastDay its last
 * @param posted whether the due week was posted
 * @param first whether no week was ever posted: then nobody is made to wait for days
 * @param loaded whether the first load is complete, or as complete as it gets without a person
 * @param blocked whether a person has to act before GitHub gives usage at all
 * @param usageTriedAt when usage was last asked for, whatever the result; null if never
 * @param activeSince when the organization was installed, or last came back from a suspension or removal
 */
public record SummaryFacts(
        Set<LocalDate> days,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        boolean posted,
        boolean first,
        boolean loaded,
        boolean blocked,
        @Nullable Instant usageTriedAt,
        Instant activeSince,
        Instant installedAt) {
    public SummaryFacts {
        days = Set.copyOf(days);
    }
}
