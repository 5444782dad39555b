package dev.flightlog.check;

import dev.flightlog.markdown.Markdown;
import java.util.List;
import java.util.stream.Collectors;

/** The answer to a click, as one line. */
final class ButtonWords {
    private ButtonWords() {}

    static String of(ButtonAnswer answer) {
        return switch (answer) {
            case ButtonAnswer.Accepted(SeatCheckButton button, String login) ->
                "*" + button.label() + "* was asked for by " + Markdown.code(login) + " and is being done.";
            case ButtonAnswer.Refused(SeatCheckButton button, String login, List<String> teams) ->
                "*" + button.label() + "* was asked for by " + Markdown.code(login) + " and not done: only "
                        + who(teams) + " may do that.";
        };
    }

    private static String who(List<String> teams) {
        if (teams.isEmpty()) {
            return "the organization's owners";
        }
        String names = teams.stream().map(Markdown::code).collect(Collectors.joining(", "));
        return "the organization's owners and the " + (teams.size() == 1 ? "team " : "teams ") + names;
    }
}
