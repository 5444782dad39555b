package dev.flightlog.review.text;

import dev.flightlog.markdown.Markdown;
import dev.flightlog.review.Review;
import dev.flightlog.review.ReviewDecisions;
import dev.flightlog.review.ReviewItem;
import java.util.List;
import java.util.stream.Collectors;

/** The commands of GitHub's own CLI that do what the app may not do. Pure. */
public final class ByHand {
    /** What can be done about a seat that somebody cancelled at GitHub; the same words wherever it is told. */
    public static final String LET_IT_GO_ON = "until it ends an owner can let it go on under Settings, Copilot, Access";

    private ByHand() {}

    /** What takes the seats of a review back that the app would take now: as approved, and never the last one. */
    public static String removal(ReviewView view) {
        String why = view.refusal()
                .map(Review.Refusal::words)
                .map(words -> "GitHub said: " + Markdown.text(words) + ".\n\n")
                .orElse("");
        if (!view.named()) {
            return why + "People are not named here; an owner takes the seats back under Settings, Copilot, Access.\n";
        }
        if (view.handWork().isEmpty()) {
            return why + "The commands show here when seats, people and usage are known of now: what was read before"
                    + " may miss that somebody used Copilot since.\n";
        }
        List<String> logins = ReviewDecisions.removableNow(view.board()).stream()
                .map(ReviewItem::login)
                .toList();
        if (logins.isEmpty()) {
            return why + "No seat of the list may be taken back now.\n";
        }
        return why
                + "An owner runs this with [GitHub's CLI](https://cli.github.com), by the seats as GitHub listed"
                + " them on " + ReviewMarkdown.minute(view.handWork().get())
                + "; what has gone or was used shows here after the next reading, within six hours:\n\n"
                + block("DELETE", view.organization(), logins);
    }

    /** What gives seats to people, or takes cancellations back. */
    public static String assignment(String organization, List<String> logins) {
        return block("POST", organization, logins);
    }

    /** What takes these people's seats back. */
    public static String removal(String organization, List<String> logins) {
        return block("DELETE", organization, logins);
    }

    private static String block(String method, String organization, List<String> logins) {
        String names = logins.stream()
                .map(login -> " \\\n  -f 'selected_usernames[]=" + safe(login) + "'")
                .collect(Collectors.joining());
        return "```sh\ngh api --method " + method + " /orgs/" + safe(organization) + "/copilot/billing/selected_users"
                + names + "\n```\n";
    }

    /** GitHub's names hold nothing else; what does is no name and must not reach a shell. */
    private static String safe(String name) {
        return name.replaceAll("[^A-Za-z0-9_\\[\\]-]", "");
    }
}
