package dev.flightlog.jobs;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;

/** Remembers which causes the log has said, so that whoever else meets the same one does not repeat it. For several threads. */
@Singleton
public final class CausesSaid {
    private static final int MAX_CAUSES = 100;
    private static final Duration DAY = Duration.ofDays(1);

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

    /** Warns of a cause that a person has to mend, once a day whoever meets it; what needs it is tried again by itself. */
    public void warnOnceADay(Logger log, String sentence, Instant now) {
        if (isNews(sentence, DAY, now)) {
            log.warn("{} It is tried again by itself.", sentence);
        }
    }
}
