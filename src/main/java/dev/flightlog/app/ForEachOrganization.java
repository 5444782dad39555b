package dev.flightlog.app;

import dev.flightlog.database.DatabaseException;
import dev.flightlog.github.GitHubException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One organization's part of a job over all of them: what fails for one keeps no other waiting. */
final class ForEachOrganization {
    private static final Logger LOG = LoggerFactory.getLogger(ForEachOrganization.class);

    private ForEachOrganization() {}

    /** False when it failed. Rethrows what would fail for all: Postgres or GitHub is unavailable, or this process stops. */
    static boolean done(String login, Runnable work) {
        try (var _ = MDC.putCloseable("org", login)) {
            work.run();
            return true;
        } catch (RuntimeException failure) {
            if (concernsAll(failure)) {
                throw failure;
            }
            LOG.warn(
                    "organization {} is skipped until the job's next run: {}: {}",
                    login,
                    failure.getClass().getSimpleName(),
                    failure.getMessage());
            return false;
        }
    }

    private static boolean concernsAll(RuntimeException failure) {
        return Thread.currentThread().isInterrupted()
                || (failure instanceof DatabaseException database && database.lost())
                || (failure instanceof GitHubException refused && refused.outage());
    }
}
