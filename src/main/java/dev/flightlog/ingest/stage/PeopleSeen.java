package dev.flightlog.ingest.stage;

import dev.flightlog.copilot.UsageFlag;
import dev.flightlog.copilot.UserDay;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Logins and last active days met while days are written, oldest day first; handed over in bounded heaps. */
public final class PeopleSeen {
    /** Login as the latest row gave it, and the last day with activity. */
    public record Sighting(String login, @Nullable LocalDate lastActiveDay) {}

    private static final int MOST = 150_000;

    private final Map<Long, Sighting> sightings = new HashMap<>();

    public void see(UserDay row) {
        Sighting before = sightings.get(row.personId);
        LocalDate active = row.uses(UsageFlag.ACTIVE) ? row.day : before == null ? null : before.lastActiveDay();
        if (before == null || active != before.lastActiveDay() || !row.login.equals(before.login())) {
            sightings.put(row.personId, new Sighting(row.login, active));
        }
    }

    public boolean full() {
        return sightings.size() >= MOST;
    }

    public Map<Long, Sighting> sightings() {
        return sightings;
    }

    public void clear() {
        sightings.clear();
    }
}
