package dev.flightlog.check;

import dev.flightlog.github.Failure;
import dev.flightlog.github.check.CheckState;
import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Fold;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.markdown.Table;
import dev.flightlog.policy.EffectivePolicy;
import dev.flightlog.policy.Policy;
import dev.flightlog.policy.PolicyDiff;
import dev.flightlog.policy.Problem;
import dev.flightlog.text.Numbers;
import java.util.List;

/** The words of the check {@code Flightlog / policy}; pure. */
final class PolicyCheckOutput {
    static final String NAME = "Flightlog / policy";

    private static final String FILE = Markdown.code(Policy.FILE);

    private PolicyCheckOutput() {}

    static CheckText render(PolicyReviewResult review) {
        return switch (review) {
            case PolicyReviewResult.Untouched _ ->
                CheckText.of(CheckState.SKIPPED, "Policy untouched", "Nothing here changes " + FILE + ".");
            case PolicyReviewResult.Superseded(int pull, String by) ->
                CheckText.of(
                        CheckState.CANCELLED,
                        "Superseded by " + Comparison.shortCommit(by),
                        "Pull request #" + pull + " has a newer commit, " + by + ", with a check of its own.");
            case PolicyReviewResult.Closed(int pull) ->
                CheckText.of(
                        CheckState.CANCELLED,
                        "Pull request closed",
                        "Pull request #" + pull + " was closed before its policy was looked at.");
            case PolicyReviewResult.Broken broken -> broken(broken);
            case PolicyReviewResult.Usable usable -> usable(usable);
        };
    }

    /** When the check itself failed: it completes all the same, and blocks nobody. */
    static CheckText notChecked() {
        return notChecked("Flightlog failed to look at this commit; its log says why.");
    }

    /** When GitHub did not let the app see what the check needs. */
    static CheckText notChecked(Failure refusal) {
        return notChecked("GitHub did not let Flightlog look at this commit: " + Markdown.text(refusal.inWords())
                + ". An owner sees under Settings, GitHub Apps, which permissions and repositories the app lacks.");
    }

    private static CheckText notChecked(String why) {
        return CheckText.of(CheckState.NEUTRAL, "Could not be checked", why + " *Re-run* tries again.");
    }

    private static CheckText broken(PolicyReviewResult.Broken broken) {
        String count = Numbers.plural(broken.problems().size(), "problem");
        String summary = "**" + count + "** in " + FILE + ". The policy in force (" + Markdown.code(broken.inForce())
                + ") stays as it is until "
                + (broken.problems().size() == 1 ? "it is" : "they are") + " put right.\n\n"
                + problems(broken.problems());
        return new CheckText(
                CheckState.FAILURE,
                count + " in the policy file",
                summary,
                null,
                PolicyAnnotations.of(broken.problems()));
    }

    private static String problems(List<Problem> problems) {
        return Table.of(Table.Column.right("line"), Table.Column.left("what to write instead"))
                .rows(problems.stream()
                        .map(problem -> List.of(Cell.number(problem.line()), Cell.text(problem.message())))
                        .toList())
                .render();
    }

    private static CheckText usable(PolicyReviewResult.Usable usable) {
        String verdict = usable.dryRun().figures().map(DryRunWords::verdict).orElse("");
        StringBuilder summary = new StringBuilder();
        if (!usable.present()) {
            summary.append("There is no ").append(FILE).append(": the defaults hold.\n\n");
        }
        summary.append("**").append(PolicyHeadline.inSummary(usable)).append("**");
        summary.append(verdict.isEmpty() ? "" : " " + verdict).append("\n\n");
        summary.append(usable.comparison().inWords()).append('\n');
        if (!usable.changes().isEmpty()) {
            summary.append('\n').append(changes(usable.changes()));
        }
        String whyNone = usable.dryRun().whyNone();
        summary.append(whyNone.isEmpty() ? "" : "\n" + whyNone + "\n");
        usable.dryRun()
                .figures()
                .ifPresent(dryRun -> summary.append("\nOn today's data:\n\n").append(DryRunTable.render(dryRun)));
        if (!usable.open().isEmpty()) {
            summary.append("\nOpen now, by the policy in force:\n\n");
            usable.open()
                    .forEach(sentence -> summary.append("- ").append(sentence).append('\n'));
        }
        if (!usable.warnings().isEmpty()) {
            summary.append("\nWarnings, which do not block the merge:\n\n").append(problems(usable.warnings()));
        }
        if (!usable.namesLookedUp()) {
            summary.append("\n"
                    + "Whether the people and teams in it exist was not looked up: that is done for an admin's"
                    + " pull request in a private repository only.\n");
        }
        return new CheckText(
                usable.warnings().isEmpty() ? CheckState.SUCCESS : CheckState.NEUTRAL,
                PolicyHeadline.title(usable),
                summary.toString(),
                policy(usable.policy()),
                PolicyAnnotations.of(usable.warnings()));
    }

    private static String changes(List<PolicyDiff.Change> changes) {
        return Table.of(Table.Column.left("setting"), Table.Column.left("before"), Table.Column.left("after"))
                .rows(changes.stream()
                        .map(change -> List.of(Cell.code(change.path()), value(change.before()), value(change.after())))
                        .toList())
                .render();
    }

    private static String policy(EffectivePolicy policy) {
        String table = Table.of(Table.Column.left("setting"), Table.Column.left("value"), Table.Column.left("from"))
                .rows(policy.settings().stream()
                        .map(setting ->
                                List.of(Cell.code(setting.path()), value(setting.value()), Cell.ours(setting.origin())))
                        .toList())
                .render();
        return new Fold("The whole policy of this commit", table).render();
    }

    private static Cell value(String value) {
        return value.isBlank() ? Cell.NONE : Cell.code(value);
    }
}
