package dev.flightlog.jobs;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Which causes the log said of late, so that whoever else meets the same one does not repeat it. For several threads. */
@Singleton
public final class CausesSaid {
    private static final int MAX_CAUSES = 100;

    private final Map<String, Instant> said = new HashMap<>();

    /** True when the sentence, whatever the figures in it, was not said within {@code pause} before {@code now}. */
    public synchronized boolean isNews(String sentence, Duration pause, Instant now) {
        if (said.size() > MAX_CAUSES) {
            said.clear();
        }
        String cause = sentence.replaceAll("\\d+", "0");
        Instant before = said.get(cause);
        if (before != null && !before.isBefore(now.minus(pause))) {
            return false;
        }
        said.put(cause, now);
        return true;
    }
}
