package dev.flightlog.jobs;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Where work is handed in. Enqueueing joins the caller's transaction: roll back, and the job is gone too. Once it is
 * committed, a due job starts without waiting for the next poll.
 */
@Singleton
public class JobQueue {
    private final JobStore store;
    private final DueJobSignal signal;
    private final InstantSource clock;
    private final JobData json = new JobData();

    JobQueue(JobStore store, DueJobSignal signal, InstantSource clock) {
        this.store = store;
        this.signal = signal;
        this.clock = clock;
    }

    /**
     * Asks for a run as soon as possible. A waiting job with this key takes the new data; one that is running is run
     * once more afterwards, because it may have read too early.
     */
    public <D extends Record> void enqueue(JobType<D> type, String key, D data) {
        enqueueAt(type, key, data, clock.instant());
    }

    /** As {@link #enqueue(JobType, String, Record)}, with the data's own key. */
    public <D extends Record & KeyedData> void enqueue(JobType<D> type, D data) {
        enqueue(type, data.key(), data);
    }

    /** As {@link #enqueue(JobType, String, Record)}, but behind more urgent jobs; one that waits already keeps its place if that is better. */
    public <D extends Record> void enqueue(JobType<D> type, String key, D data, Priority priority) {
        enqueueAt(type, key, data, clock.instant(), priority);
    }

    /** As {@link #enqueue(JobType, String, Record)}, not before a moment. */
    public <D extends Record> void enqueueAt(JobType<D> type, String key, D data, Instant notBefore) {
        enqueueAt(type, key, data, notBefore, type.priority());
    }

    /** As {@link #enqueueAt(JobType, String, Record, Instant)}, with the data's own key. */
    public <D extends Record & KeyedData> void enqueueAt(JobType<D> type, D data, Instant notBefore) {
        enqueueAt(type, data.key(), data, notBefore);
    }

    private <D extends Record> void enqueueAt(
            JobType<D> type, String key, D data, Instant notBefore, Priority priority) {
        store.enqueue(type, key, json.serialize(data), notBefore, priority);
        if (!notBefore.isAfter(clock.instant())) {
            signal.sendAfterCommit();
        }
    }

    /** Asks for a run unless one with this key is waiting or running. */
    public <D extends Record> void ensure(JobType<D> type, String key, D data) {
        store.ensure(type, key, json.serialize(data), clock.instant());
        signal.sendAfterCommit();
    }

    /** As {@link #ensure(JobType, String, Record)}, with the data's own key. */
    public <D extends Record & KeyedData> void ensure(JobType<D> type, D data) {
        ensure(type, data.key(), data);
    }

    /**
     * A job of a new key, not handed in yet. Who writes it with a statement of their own calls {@link #handedIn}
     * afterwards.
     */
    public <D extends Record> QueuedJob queued(JobType<D> type, String key, D data) {
        return new QueuedJob(
                type.name(), key, json.serialize(data), type.priority().rank());
    }

    /** Says that jobs made by {@link #queued} were written, so that they need not wait for the next poll. */
    public void handedIn() {
        signal.sendAfterCommit();
    }

    /** True while a job with this key waits or runs. */
    public boolean holds(JobType<?> type, String key) {
        return store.holds(type, key);
    }
}
