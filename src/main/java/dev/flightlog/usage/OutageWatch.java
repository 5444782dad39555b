package dev.flightlog.usage;

import dev.flightlog.github.GitHubException;

/** Tells one report's trouble from an outage: reports that fail one after the other. */
public final class OutageWatch {
    private static final int IN_A_ROW = 3;

    private int failed;

    /**
     * Looks at what came of the next report.
     *
     * @throws GitHubException the trouble, when it is no single report's: asking on would only cost time
     */
    public void see(ImportOutcome outcome) {
        if (!(outcome instanceof ImportOutcome.Unanswered(GitHubException trouble))) {
            failed = 0;
        } else if (++failed == IN_A_ROW) {
            throw trouble;
        }
    }
}
