package dev.flightlog.ingest;

import dev.flightlog.ingest.load.ReceivedReport;
import java.time.LocalDate;

/** What came of asking GitHub for a report; nothing is stored yet. Closing forgets what was downloaded. */
sealed interface FetchedReport extends AutoCloseable {
    /** It was downloaded and parsed. */
    record Received(ReceivedReport report) implements FetchedReport {
        @Override
        public void close() {
            report.close();
        }
    }

    /** GitHub has no such report, or not yet. */
    record NotThere(String reason) implements FetchedReport {}

    /** GitHub's file is no report, or is not there. */
    record Broken(LocalDate firstDay, LocalDate day, String problem) implements FetchedReport {}

    /** GitHub, or this machine, did not give it. */
    record Failed(RuntimeException trouble) implements FetchedReport {}

    /** False where asking for more beside each other would only multiply trouble. */
    default boolean well() {
        return this instanceof Received || this instanceof NotThere;
    }

    @Override
    default void close() {}
}
