package dev.flightlog.command.answer;

import dev.flightlog.governance.PolicyInForce;
import dev.flightlog.governance.PolicyName;
import dev.flightlog.governance.PolicyNameWords;
import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.markdown.Table;
import dev.flightlog.markdown.Table.Column;
import dev.flightlog.policy.EffectivePolicy.Setting;
import dev.flightlog.policy.Policy;
import dev.flightlog.policy.Problem;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The policy in force, each value with where it comes from. Pure. */
public final class PolicyAnswer {
    private static final int MAX_VALUE_LENGTH = 200;
    private static final int MAX_PROBLEMS = 10;

    /** Values that may name people. */
    private static final Set<String> ABOUT_PEOPLE = Set.of("seats.exempt", "summary.assignees", "summary.mention");

    private PolicyAnswer() {}

    public static Reply render(CommandContext question) {
        PolicyInForce inForce = question.inForce();
        List<List<Cell>> rows = inForce.effective().settings().stream()
                .map(setting -> row(setting, question.mayName()))
                .toList();
        String table = new Table(
                        List.of(Column.left("Key"), Column.left("Value"), Column.left("From"), Column.left("Meaning")),
                        rows)
                .render();
        return Reply.answered(sentence(inForce), problems(inForce) + unmatched(question) + table);
    }

    /** Which policy is in force, as a sentence of markdown. */
    public static String sentence(PolicyInForce inForce) {
        String file = Markdown.code(Policy.FILE);
        Instant since = inForce.since();
        if (inForce.commit() == null) {
            return inForce.broken()
                    ? file + " is broken, so the defaults are in force."
                    : "The defaults are in force; there is no " + file + ".";
        }
        String when = since == null
                ? ""
                : " since " + Dates.dayAndYear(since.atZone(ZoneOffset.UTC).toLocalDate());
        String commit = "the policy of commit " + Markdown.code(inForce.describe()) + " is in force" + when + ".";
        return inForce.broken()
                ? file + " is broken on the default branch; " + commit
                : Character.toUpperCase(commit.charAt(0)) + commit.substring(1);
    }

    private static String problems(PolicyInForce inForce) {
        if (!inForce.broken()) {
            return "";
        }
        List<Problem> problems = inForce.problems();
        String more = problems.size() > MAX_PROBLEMS
                ? "\n- and " + Numbers.plural(problems.size() - MAX_PROBLEMS, "more problem")
                : "";
        return problems.stream()
                        .limit(MAX_PROBLEMS)
                        .map(problem -> "- " + Markdown.text(problem.describe()))
                        .collect(Collectors.joining("\n"))
                + more + "\n\n";
    }

    /** Names that mean nobody protect nobody and let nobody in; whoever wrote them should hear of it. */
    private static String unmatched(CommandContext question) {
        List<PolicyName> unmatched = question.inForce().unmatched();
        if (unmatched.isEmpty()) {
            return "";
        }
        String names = question.mayName()
                ? ": "
                        + unmatched.stream()
                                .map(name -> Markdown.code(name.name()))
                                .collect(Collectors.joining(", "))
                : "";
        return "**" + PolicyNameWords.nobody(unmatched.size()) + names
                + ".** Whoever had such a name is gone, or it was" + " never there: " + PolicyNameWords.EFFECT
                + ".\n\n";
    }

    private static List<Cell> row(Setting setting, boolean mayName) {
        return List.of(
                Cell.code(setting.path()),
                value(setting, mayName),
                Cell.ours(setting.origin()),
                Cell.text(setting.description()));
    }

    /** A value; without what may name people where they may not be named. */
    public static Cell value(Setting setting, boolean mayName) {
        if (!mayName && ABOUT_PEOPLE.contains(setting.path()) && setting.line().isPresent()) {
            return Cell.ours("not shown here");
        }
        return setting.value().isBlank() ? Cell.NONE : Cell.text(setting.value(), MAX_VALUE_LENGTH);
    }
}
