package dev.flightlog.jobs;

/** What a job needs to know, where the job's key follows from it. */
public interface KeyedData {
    /** Of jobs of one type with the same key one waits at most. */
    String key();
}
