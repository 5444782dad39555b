package dev.flightlog.ingest;

import dev.flightlog.copilot.ReportKind;
import dev.flightlog.github.GitHubException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Distinguishes trouble of one report, of a kind of reports and of GitHub as a whole by what fails in a row. Asking on
 * costs time, and not asking on keeps others waiting.
 */
public final class OutageWatch {
    private static final int IN_A_ROW = 3;

    private final LocalDate today;
    private final Map<ReportKind, Integer> failedOf = new EnumMap<>(ReportKind.class);
    private final Set<ReportKind> failedKinds = EnumSet.noneOf(ReportKind.class);
    private int failed;

    public OutageWatch(LocalDate today) {
        this.today = today;
    }

    /** False for a kind of which as many failed, one after the other: the next one would too. */
    public boolean worthAsking(ReportKind kind) {
        return failedOf.getOrDefault(kind, 0) < IN_A_ROW;
    }

    /**
     * Looks at what came of the next report.
     *
     * @throws GitHubException the trouble, when it is neither this report's nor its kind's alone
     */
    public void see(ReportKind kind, ImportOutcome outcome) {
        if (!(outcome instanceof ImportOutcome.Unanswered unanswered)) {
            failed = 0;
            failedKinds.clear();
            failedOf.remove(kind);
        } else if (!unanswered.inTheMaking(today)) {
            failed++;
            failedKinds.add(kind);
            failedOf.merge(kind, 1, Integer::sum);
            if (failed >= IN_A_ROW && failedKinds.size() > 1) {
                throw unanswered.trouble();
            }
        }
    }
}
