package dev.flightlog.publish;

import java.util.Set;
import java.util.stream.Collectors;

/** Keeps what people ticked in a post's checklist: a line that stays keeps its tick when the post is edited. Pure. */
final class Ticks {
    private static final String OPEN = "- [ ] ";
    private static final String DONE = "- [x] ";

    private Ticks() {}

    static boolean mayHold(String body) {
        return body.lines().anyMatch(line -> line.startsWith(OPEN));
    }

    /** The new text with the ticks of the standing one. */
    static String carry(String standing, String body) {
        Set<String> done = standing.lines()
                .filter(line -> line.regionMatches(true, 0, DONE, 0, DONE.length()))
                .map(line -> line.substring(DONE.length()).strip())
                .collect(Collectors.toSet());
        if (done.isEmpty()) {
            return body;
        }
        return body.lines()
                .map(line -> line.startsWith(OPEN)
                                && done.contains(line.substring(OPEN.length()).strip())
                        ? DONE + line.substring(OPEN.length())
                        : line)
                .collect(Collectors.joining("\n", "", body.endsWith("\n") ? "\n" : ""));
    }
}
