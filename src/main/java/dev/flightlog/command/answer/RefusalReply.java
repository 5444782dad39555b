package dev.flightlog.command.answer;

import dev.flightlog.command.Decision;
import dev.flightlog.command.Outcome;
import dev.flightlog.command.parse.ParseResult;
import dev.flightlog.markdown.Markdown;
import java.util.List;
import java.util.stream.Collectors;

/** Words refusals and misunderstandings; a refusal says why and who may, and never what was asked about. Pure. */
public final class RefusalReply {
    private RefusalReply() {}

    public static Reply refused(Decision.Refused refused, CommandContext question) {
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
                        Markdown.code(question.prefix() + " " + refused.entry().name()
                                        + (refused.entry().name().equals("csv") ? " seats" : ""))
                                + " is about people, and people are not named here.",
                        NamesWithheld.sentence(question) + "\n\n" + instead(refused, question));
        };
    }

    public static Reply misunderstood(ParseResult.NotUnderstood problem, CommandContext question) {
        String nearest = problem.nearest()
                .map(words -> "Did you mean " + Markdown.code(question.prefix() + " " + words) + "?\n\n")
                .orElse("");
        String usage = problem.usage()
                .map(words -> "It is written " + Markdown.code(question.prefix() + " " + words) + "\n\n")
                .orElse("");
        return new Reply(Outcome.NOT_UNDERSTOOD, problem.problem(), nearest + usage + help(question));
    }

    private static String instead(Decision.Refused refused, CommandContext question) {
        String prefix = question.prefix();
        return switch (refused.entry().name()) {
            case "undo" ->
                Markdown.code(prefix + " undo all")
                        + " gives back every seat. To give back one, write the login on the review's page: "
                        + question.pages() + "/reviews";
            case "grant", "decline" ->
                "Requests are answered by number, such as "
                        + Markdown.code(prefix + " " + refused.entry().name() + " 3") + ". "
                        + Markdown.code(prefix + " review") + " lists them.";
            default ->
                "The API follows the same rule. Signed in, each person sees their own seat: " + question.pages()
                        + "/me";
        };
    }

    private static String help(CommandContext question) {
        return "What you can ask: " + Markdown.code(question.prefix() + " help");
    }

    private static String admins(CommandContext question) {
        List<String> teams = question.policy().access().adminTeams();
        String also = teams.isEmpty()
                ? ""
                : " and the members of " + teams.stream().map(Markdown::code).collect(Collectors.joining(", "));
        return "Admins are the organization's owners" + also + ".";
    }
}
