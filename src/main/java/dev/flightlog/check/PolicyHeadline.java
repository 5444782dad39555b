package dev.flightlog.check;

import dev.flightlog.markdown.Markdown;
import dev.flightlog.policy.PolicyDiff;
import dev.flightlog.text.Numbers;
import java.util.List;

/** The few words that describe a usable policy in a list of checks. */
final class PolicyHeadline {
    private static final int MAX_VALUE_LENGTH = 40;

    private PolicyHeadline() {}

    /** Plain text: "seats.idle_after 30d → 45d: 31 → 12 idle seats". */
    static String title(PolicyReviewResult.Usable usable) {
        List<PolicyDiff.Change> changes = usable.changes();
        String start = isShort(changes)
                ? changes.getFirst().path() + " " + changes.getFirst().before() + " → "
                        + changes.getFirst().after()
                : count(changes);
        String idle = usable.dryRun()
                .figures()
                .filter(dryRun -> dryRun.idleSeatsFewer() != 0)
                .map(dryRun -> ": " + DryRunWords.idleSeats(dryRun))
                .orElse("");
        String warnings = usable.warnings().isEmpty()
                ? ""
                : ", " + Numbers.plural(usable.warnings().size(), "warning");
        return start + idle + warnings;
    }

    /** Markdown: a sentence. */
    static String inSummary(PolicyReviewResult.Usable usable) {
        List<PolicyDiff.Change> changes = usable.changes();
        return isShort(changes)
                ? Markdown.code(changes.getFirst().path()) + " "
                        + Markdown.code(changes.getFirst().before()) + " → "
                        + Markdown.code(changes.getFirst().after()) + "."
                : count(changes) + ".";
    }

    private static boolean isShort(List<PolicyDiff.Change> changes) {
        return changes.size() == 1
                && changes.getFirst().before().length() <= MAX_VALUE_LENGTH
                && changes.getFirst().after().length() <= MAX_VALUE_LENGTH;
    }

    private static String count(List<PolicyDiff.Change> changes) {
        if (changes.isEmpty()) {
            return "Nothing changes in effect";
        }
        return Numbers.plural(changes.size(), "setting") + (changes.size() == 1 ? " changes" : " change");
    }
}
