package dev.flightlog.command.redact;

import dev.flightlog.command.Outcome;
import dev.flightlog.command.answer.Reply;
import dev.flightlog.publish.Publication;
import dev.flightlog.text.Numbers;
import java.util.List;
import java.util.stream.Collectors;

/** Words what becomes of posts that name people. Pure. */
public final class RedactMarkdown {
    private static final String HISTORY =
            "GitHub still shows earlier versions of an edited post to every reader. Whoever may write here deletes them"
                    + " under *edited* above the post ([how](https://docs.github.com/en/communities/"
                    + "moderating-comments-and-conversations/tracking-changes-in-a-comment)), or deletes the post.";

    private RedactMarkdown() {}

    /** What a reply says when its names are gone. */
    static String replaced() {
        return "**This reply named people. An admin had the names taken out, because people may not be named here any"
                + " more.** Ask again for figures without names.\n";
    }

    static Reply notNeeded() {
        return new Reply(
                Outcome.REFUSED,
                "Nothing was changed: this repository is private and people may be named in it.",
                "This command takes names out of earlier posts once that has changed.");
    }

    static Reply nothingLeft() {
        return new Reply(Outcome.ANSWERED, "No post of Flightlog in this repository names people.", "");
    }

    static Reply begun(int posts) {
        return new Reply(
                Outcome.RUNNING, "Taking names out of " + Numbers.plural(posts, "post") + ".", "This reply says when.");
    }

    /**
     * @param changed how many posts name nobody now
     * @param left posts that could not be changed
     */
    static Reply done(int changed, List<Publication> left) {
        String sentence = changed == 1
                ? "1 post names nobody any more."
                : Numbers.count(changed) + " posts name nobody any more.";
        return left.isEmpty()
                ? new Reply(Outcome.ANSWERED, sentence, HISTORY)
                : new Reply(
                        Outcome.FAILED,
                        sentence.substring(0, sentence.length() - 1) + "; " + Numbers.count(left.size())
                                + " could not be changed.",
                        HISTORY + "\n\nNot changed:\n"
                                + left.stream().map(post -> "- " + post.url()).collect(Collectors.joining("\n")));
    }
}
