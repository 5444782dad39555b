package dev.flightlog.command;

import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.markdown.Numbers;
import dev.flightlog.markdown.Table;
import dev.flightlog.markdown.Table.Column;
import dev.flightlog.policy.Policy;
import dev.flightlog.summary.Definitions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Help from the registry itself: what this person may use, and nothing else. Pure. */
final class HelpAnswer {
    private HelpAnswer() {}

    static Reply render(Command.Help help, Question question) {
        Optional<String> topic = help.topic();
        if (topic.isEmpty()) {
            return all(question);
        }
        return topic.get().equals(Command.Help.NUMBERS) ? numbers(question) : one(topic.get(), question);
    }

    private static Reply all(Question question) {
        List<Entry> entries = usable(question);
        List<List<Cell>> rows = entries.stream()
                .map(entry -> List.of(code(entry, question), Cell.ours(entry.sentence())))
                .toList();
        String table = new Table(List.of(Column.left("Command"), Column.left("Answer")), rows).render();
        return Reply.answered("You can use " + Numbers.plural(entries.size(), "command") + ".", table + """

                Write it in the first line of a new comment. Teams as `payments` or `@acme/payments`, people as `ada` or \
                `@ada`, times as `30d`, `2026-10-01` or `2026-W46`.
                """);
    }

    private static Reply one(String name, Question question) {
        return usable(question).stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .map(entry -> one(entry, question))
                .orElseGet(() -> new Reply(
                        Outcome.REFUSED,
                        Markdown.code(question.prefix() + " " + name) + " is for admins.",
                        "What you can ask: " + Markdown.code(question.prefix() + " help")));
    }

    private static Reply one(Entry entry, Question question) {
        String arguments = entry.arguments().stream()
                .map(argument -> "- " + Markdown.code(argument.shown()) + ": " + argument.expects())
                .collect(Collectors.joining("\n"));
        return Reply.answered(
                entry.sentence(),
                Markdown.code(question.prefix() + " " + entry.usage()) + "\n\n" + arguments + "\n\nFor "
                        + entry.audience().words() + ".");
    }

    private static Reply numbers(Question question) {
        Policy policy = question.policy();
        return Reply.answered(
                "What the numbers mean.",
                Definitions.markdown(
                        policy.privacy().minTeamSize(),
                        policy.seats().idleAfter().toDays()));
    }

    private static Cell code(Entry entry, Question question) {
        return Cell.code(question.prefix() + " " + entry.usage());
    }

    private static List<Entry> usable(Question question) {
        return CommandRegistry.ALL.stream()
                .filter(entry -> question.role().covers(entry.audience().role()))
                .toList();
    }
}
