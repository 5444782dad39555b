package dev.flightlog.jobs;

import dev.flightlog.database.Database;
import jakarta.inject.Singleton;

/**
 * Signals to this process's scheduler that a job is due, so that it need not wait for its next poll. The signal comes after the
 * commit: before, it would look and find nothing. Other processes find the job when they poll.
 */
@Singleton
public class DueJobSignal {
    private final Database database;
    private volatile Runnable check = () -> {};

    DueJobSignal(Database database) {
        this.database = database;
    }

    /** What to do when a job is due; must return at once. */
    void listen(Runnable checkForDueJobs) {
        check = checkForDueJobs;
    }

    /** A due job was written in the caller's transaction, or is committed already where there is none. */
    void sendAfterCommit() {
        database.afterCommit(() -> check.run());
    }
}
