package dev.flightlog.seat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;

/** The latest known use of Copilot by one person, from any source; it is never lowered. */
public final class LastKnownActivity {
    private LastKnownActivity() {}

    /**
     * The latest of GitHub's {@code last_activity_at} values and the last UTC day with usage.
     *
     * <p>A report gives the day but not the hour, so a day counts as its last moment: a person seen on a day is not
     * called idle before the whole of that day has left the window. On the day itself that moment may still come; the
     * decision takes any time after now as now.
     */
    public static Optional<Instant> of(Collection<Instant> lastActivityAt, Optional<LocalDate> lastUsageDay) {
        Optional<Instant> reported = lastActivityAt.stream().max(Instant::compareTo);
        Optional<Instant> used = lastUsageDay.map(LastKnownActivity::lastMomentOf);
        return reported.isPresent() && used.isPresent()
                ? Optional.of(later(reported.get(), used.get()))
                : reported.or(() -> used);
    }

    private static Instant lastMomentOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
