package dev.flightlog.web;

import java.util.List;

/**
 * Says that something was not done, why, and what to do next.
 *
 * @param title in a few words
 * @param words what happened and the next step, one paragraph each
 * @param ways where to go from here, the likeliest first
 */
public record RefusedPage(String title, List<String> words, List<Way> ways) implements Page {
    public RefusedPage {
        words = List.copyOf(words);
        ways = List.copyOf(ways);
    }

    @Override
    public String template() {
        return "refused.jte";
    }

    /** A link; GitHub's own open there. */
    public record Way(String label, String href) {}
}
