package dev.flightlog.check;

import dev.flightlog.markdown.Markdown;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answer to a click, as one line. */
final class ButtonWords {
    private ButtonWords() {}

    static String of(ButtonAnswer answer) {
        String asked = "*" + answer.button().label() + "* was asked for" + by(answer.login()) + " and ";
        return switch (answer) {
            case ButtonAnswer.Accepted _ -> asked + "is being done.";
            case ButtonAnswer.Posted posted ->
                asked
                        + (posted.fresh()
                                ? "done: " + link(posted) + "."
                                : "changed nothing. The latest post is " + link(posted)
                                        + "; the status says whether a newer one waits for something.");
            case ButtonAnswer.NotPosted _ -> asked + "is not done yet: the weekly post waits for something else.";
            case ButtonAnswer.Refused refused ->
                asked + "not done: only " + who(refused.adminTeams()) + " may do that.";
        };
    }

    private static String link(ButtonAnswer.Posted posted) {
        return "[" + posted.week() + "](" + posted.post().toASCIIString() + ")";
    }

    private static String by(@Nullable String login) {
        return login == null ? "" : " by " + Markdown.code(login);
    }

    private static String who(List<String> teams) {
        if (teams.isEmpty()) {
            return "the organization's owners";
        }
        String names = teams.stream().map(Markdown::code).collect(Collectors.joining(", "));
        return "the organization's owners and the " + (teams.size() == 1 ? "team " : "teams ") + names;
    }
}
