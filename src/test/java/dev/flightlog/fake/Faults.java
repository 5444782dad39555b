package dev.flightlog.fake;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Faults that wait for the next requests to a path. */
public final class Faults {
    private static final class Waiting {
        private final Pattern pattern;
        private final Fault fault;
        private int left;

        Waiting(Pattern pattern, int left, Fault fault) {
            this.pattern = pattern;
            this.left = left;
            this.fault = fault;
        }
    }

    private final List<Waiting> waiting = new ArrayList<>();
    private long played;

    /**
     * Lets the next requests go wrong.
     *
     * @param pathPattern regular expression found in {@code "METHOD /path"} of the report host, or {@code "METHOD /path?query"}
     *     of the API, with {@code " mutation"} after the path of GraphQL where it is one
     * @param times how many requests it hits
     */
    public synchronized void next(String pathPattern, int times, Fault fault) {
        waiting.add(new Waiting(Pattern.compile(pathPattern), times, fault));
    }

    /** Lets every request to that path go wrong until {@link #clear}. */
    public void always(String pathPattern, Fault fault) {
        next(pathPattern, Integer.MAX_VALUE, fault);
    }

    public synchronized void clear() {
        waiting.clear();
    }

    /** How many requests were hit. */
    public synchronized long played() {
        return played;
    }

    /** True while a fault that was asked for has not hit as often as asked. */
    public synchronized boolean pending() {
        return !waiting.isEmpty();
    }

    synchronized Optional<Fault> take(String method, String path) {
        for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
            Waiting candidate = each.next();
            if (candidate.pattern.matcher(method + " " + path).find()) {
                candidate.left--;
                if (candidate.left == 0) {
                    each.remove();
                }
                played++;
                return Optional.of(candidate.fault);
            }
        }
        return Optional.empty();
    }
}
