package dev.flightlog.jobs;

/**
 * Does one kind of work. A job may run again after a crash, so running it twice must leave the world as running it once.
 */
public interface JobHandler<D extends Record> {
    JobType<D> type();

    /** Does the work. What it throws is judged by the {@link RetryRule}. */
    void run(D data);

    /** Called once in place of any further attempt, before the job is put with the dead. */
    default void giveUp(D data, String problem) {}
}
