package dev.flightlog.command.answer;

import dev.flightlog.command.Outcome;
import dev.flightlog.command.parse.Command;
import dev.flightlog.command.parse.CommandRegistry;
import dev.flightlog.command.parse.CommandSpec;
import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.markdown.Table;
import dev.flightlog.markdown.Table.Column;
import dev.flightlog.policy.Policy;
import dev.flightlog.summary.text.Definitions;
import dev.flightlog.text.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Help from the registry itself: what this person may use, and nothing else. Pure. */
public final class HelpAnswer {
    private HelpAnswer() {}

    public static Reply render(Command.Help help, CommandContext question) {
        Optional<String> topic = help.topic();
        if (topic.isEmpty()) {
            return all(question);
        }
        return topic.get().equals(Command.Help.NUMBERS) ? numbers(question) : one(topic.get(), question);
    }

    private static Reply all(CommandContext question) {
        List<CommandSpec> entries = usable(question);
        List<List<Cell>> rows = entries.stream()
                .map(entry -> List.of(code(entry, question), Cell.ours(entry.sentence())))
                .toList();
        String table = new Table(List.of(Column.left("Command"), Column.left("Answer")), rows).render();
        return Reply.answered("You can use " + Numbers.plural(entries.size(), "command") + ".", table + """

            Write it in the first line of a new comment. Teams as `payments` or `@acme/payments`, people as `ada` or \
            `@ada`, times as `30d`, `2026-10-01` or `2026-W46`.
            """);
    }

    private static Reply one(String name, CommandContext question) {
        return usable(question).stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .map(entry -> one(entry, question))
                .orElseGet(() -> new Reply(
                        Outcome.REFUSED,
                        Markdown.code(question.prefix() + " " + name) + " is for admins.",
                        "What you can ask: " + Markdown.code(question.prefix() + " help")));
    }

    private static Reply one(CommandSpec entry, CommandContext question) {
        String arguments = entry.arguments().stream()
                .map(argument -> "- " + Markdown.code(argument.shown()) + ": " + argument.expects())
                .collect(Collectors.joining("\n"));
        return Reply.answered(
                entry.sentence(),
                Markdown.code(question.prefix() + " " + entry.usage()) + "\n\n" + arguments + "\n\nFor "
                        + entry.audience().words() + ".");
    }

    private static Reply numbers(CommandContext question) {
        Policy policy = question.policy();
        return Reply.answered(
                "What the numbers mean.",
                Definitions.markdown(
                        policy.privacy().minTeamSize(),
                        policy.seats().idleAfter().toDays()));
    }

    private static Cell code(CommandSpec entry, CommandContext question) {
        return Cell.code(question.prefix() + " " + entry.usage());
    }

    private static List<CommandSpec> usable(CommandContext question) {
        return CommandRegistry.ALL.stream()
                .filter(entry -> question.role().covers(entry.audience().role()))
                .toList();
    }
}
