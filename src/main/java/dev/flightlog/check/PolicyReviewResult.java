package dev.flightlog.check;

import dev.flightlog.policy.EffectivePolicy;
import dev.flightlog.policy.PolicyDiff;
import dev.flightlog.policy.Problem;
import java.util.List;

/** What came of looking at the policy file of one commit. */
sealed interface PolicyReviewResult {
    /** The commit leaves the file as it is. */
    record Untouched() implements PolicyReviewResult {}

    /** The pull request has a newer commit, which has a check of its own. */
    record Superseded(int pullRequest, String by) implements PolicyReviewResult {}

    /** The pull request was closed or merged before anybody looked. */
    record Closed(int pullRequest) implements PolicyReviewResult {}

    /** The file cannot be used. */
    record Broken(Comparison comparison, List<Problem> problems, String inForce) implements PolicyReviewResult {
        public Broken {
            problems = List.copyOf(problems);
        }
    }

    /**
     * The file can be used.
     *
     * @param present false when the commit has no such file, so that the defaults hold
     * @param warnings of the parser, and names that the organization does not have
     * @param changes keys whose values differ from what holds without it
     * @param open seat reviews and requests that are open now, a sentence of markdown each
     * @param namesLookedUp false in a public repository, where the answer would show anybody who is a member
     */
    record Usable(
            Comparison comparison,
            boolean present,
            List<Problem> warnings,
            List<PolicyDiff.Change> changes,
            DryRunResult dryRun,
            EffectivePolicy policy,
            List<String> open,
            boolean namesLookedUp)
            implements PolicyReviewResult {
        public Usable {
            warnings = List.copyOf(warnings);
            changes = List.copyOf(changes);
            open = List.copyOf(open);
        }
    }
}
