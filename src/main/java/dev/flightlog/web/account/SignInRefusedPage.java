package dev.flightlog.web.account;

import dev.flightlog.web.Page;
import java.util.List;

/**
 * Says that somebody was not signed in, why, and what to do next.
 *
 * @param title in a few words
 * @param words what happened and the next step, one paragraph each
 * @param ways where to go from here, the likeliest first
 */
public record SignInRefusedPage(String title, List<String> words, List<Way> ways) implements Page {
    public SignInRefusedPage {
        words = List.copyOf(words);
        ways = List.copyOf(ways);
    }

    @Override
    public String template() {
        return "sign-in-refused.jte";
    }

    /** A link; GitHub's own open there. */
    public record Way(String label, String href) {}
}
