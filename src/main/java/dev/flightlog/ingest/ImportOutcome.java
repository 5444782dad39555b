package dev.flightlog.ingest;

import dev.flightlog.copilot.ReportKind;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import java.time.LocalDate;
import java.util.List;

/**
 * What came of one import. Trouble with Postgres, and with GitHub where it would be the same with every report, is no
 * outcome: it is thrown, and the job tries again.
 */
public sealed interface ImportOutcome {
    /**
     * The report is stored.
     *
     * @param day the report's day; for a 28-day report its last one
     * @param rows rows in the file
     * @param days the UTC days whose stored figures changed
     * @param restated true where GitHub changed a report that was imported before
     */
    record Imported(LocalDate day, long rows, List<LocalDate> days, boolean restated) implements ImportOutcome {
        public Imported {
            days = List.copyOf(days);
        }

        /** In one line of the log. */
        public String inWords() {
            return rows + (rows == 1 ? " row" : " rows") + ", " + days.size() + (days.size() == 1 ? " day" : " days")
                    + " changed" + (restated ? ", restated by GitHub" : "");
        }
    }

    /** The report is the one that is stored already. */
    record Unchanged(LocalDate day) implements ImportOutcome {}

    /** GitHub has no such report, or not yet. What is stored stays. */
    record NoData(String reason) implements ImportOutcome {}

    /** GitHub failed on this report, or on all: the other reports show which. Stored data stay. */
    record Unanswered(ReportKind kind, LocalDate day, GitHubException trouble) implements ImportOutcome {
        /** Until then GitHub may still be making a day's reports, and answers 502 or 503 (github.md: Reports). */
        private static final int DAYS_OF_MAKING = 3;

        /** Whether the report is only being made: no trouble at all, neither its own nor GitHub's. */
        public boolean inTheMaking(LocalDate today) {
            return trouble.failure() instanceof Failure.Unavailable(int status)
                    && (status == 502 || status == 503)
                    && kind.daily()
                    && !day.isBefore(today.minusDays(DAYS_OF_MAKING));
        }
    }

    /** What GitHub sent is no report. Nothing of it is stored. */
    record Rejected(String problem) implements ImportOutcome {}
}
