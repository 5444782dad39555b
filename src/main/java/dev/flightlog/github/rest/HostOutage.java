package dev.flightlog.github.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether one host answers. For several threads. */
final class HostOutage {
    private static final Logger LOG = LoggerFactory.getLogger(Outages.class);

    /** One request that breaks off is no outage. */
    private static final int UNREACHED = 2;

    /** So many different ones: a request that always fails, tried again and again, is no outage. */
    private static final int DIFFERENT = 2;

    /** GitHub answers 502 and 503 to several reports in a row while it makes them. */
    private static final Duration MIN_FAILING = Duration.ofSeconds(30);

    /** An outage has a few causes, one after the other; more are variants of them. */
    private static final int MAX_CAUSES = 10;

    private final String host;
    private final Set<String> failed = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private int unreached;
    private @Nullable Instant failingSince;
    private @Nullable Instant since;
    private String cause = "";
    private boolean probing;

    HostOutage(String host) {
        this.host = host;
    }

    /** The cause, while the host is away and another request finds out whether it is back; else null. */
    synchronized @Nullable String blocks() {
        if (since == null) {
            return null;
        }
        if (probing) {
            return cause;
        }
        probing = true;
        return null;
    }

    synchronized void answered(Instant now) {
        if (since != null) {
            LOG.info("{} answers again, after {}: what waited goes on", host, inWords(Duration.between(since, now)));
        }
        since = null;
        failingSince = null;
        probing = false;
        unreached = 0;
        failed.clear();
        told.clear();
    }

    synchronized Optional<String> cause() {
        return since == null ? Optional.empty() : Optional.of(cause);
    }

    synchronized void abandoned() {
        probing = false;
    }

    /** True when the host answers nobody. */
    synchronized boolean unanswered(String request, Unanswered why, Instant now) {
        probing = false;
        cause = why.cause();
        unreached += why instanceof Unanswered.Unreached ? 1 : 0;
        if (failed.size() < DIFFERENT) {
            failed.add(request);
        }
        failingSince = failingSince == null ? now : failingSince;
        if (since == null && !isOutage(Duration.between(failingSince, now))) {
            return false;
        }
        since = since == null ? failingSince : since;
        if (told.size() < MAX_CAUSES && told.add(cause.replaceAll("\\d+", "0"))) {
            LOG.warn(
                    "no answer from GitHub: {}. Jobs wait, lose no attempt, and go on by themselves when it answers",
                    cause);
        }
        return true;
    }

    private boolean isOutage(Duration failing) {
        return unreached >= UNREACHED || failed.size() >= DIFFERENT && failing.compareTo(MIN_FAILING) >= 0;
    }

    private static String inWords(Duration lasted) {
        long minutes = lasted.toMinutes();
        return minutes == 0 ? lasted.toSeconds() + " s" : minutes + " min";
    }
}
