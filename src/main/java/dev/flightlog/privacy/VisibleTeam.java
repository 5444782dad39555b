package dev.flightlog.privacy;

import dev.flightlog.calendar.IsoWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** What may be shown of one team. */
public interface VisibleTeam {
    /** Of each of these weeks that is decided about. */
    Map<IsoWeek, Suppressed> in(Collection<IsoWeek> weeks);

    /** Of each day with data from first to last, both included, whose week is decided about. */
    Map<LocalDate, Suppressed> on(LocalDate first, LocalDate last);
}
