package dev.flightlog.command;

import dev.flightlog.markdown.Markdown;
import java.util.List;
import java.util.stream.Collectors;

/** Words refusals and misunderstandings; a refusal says why and who may, and never what was asked about. Pure. */
final class RefusalReply {
    private RefusalReply() {}

    static Reply refused(Decision.Refused refused, Question question) {
        String command = Markdown.code(question.prefix() + " " + refused.entry().name());
        return switch (refused.refusal()) {
            case ADMINS_ONLY ->
                new Reply(Outcome.REFUSED, command + " is for admins.", admins(question) + "\n\n" + help(question));
            case OTHER_TEAM ->
                new Reply(
                        Outcome.REFUSED,
                        "You can ask for the teams you are in.",
                        "Admins can ask for every team. " + admins(question) + "\n\nYour teams: "
                                + Markdown.code(question.prefix() + " team"));
            case NAMES_HIDDEN ->
                new Reply(
                        Outcome.REFUSED,
                        command + " is about people, and people are not named here.",
                        HiddenNames.sentence(question) + "\n\nThe API follows the same rule: it names nobody either.");
        };
    }

    static Reply misunderstood(Parsed.NotUnderstood problem, Question question) {
        String nearest = problem.nearest()
                .map(words -> "Did you mean " + Markdown.code(question.prefix() + " " + words) + "?\n\n")
                .orElse("");
        return new Reply(Outcome.NOT_UNDERSTOOD, problem.problem(), nearest + help(question));
    }

    private static String help(Question question) {
        return "What you can ask: " + Markdown.code(question.prefix() + " help");
    }

    private static String admins(Question question) {
        List<String> teams = question.policy().access().adminTeams();
        String also = teams.isEmpty()
                ? ""
                : " and the members of " + teams.stream().map(Markdown::code).collect(Collectors.joining(", "));
        return "Admins are the organization's owners" + also + ".";
    }
}
