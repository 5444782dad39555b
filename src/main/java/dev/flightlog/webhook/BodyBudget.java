package dev.flightlog.webhook;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The bytes that bodies of requests may hold before their signature is proved, in memory and on disk, for the whole
 * process. Bytes are taken as they arrive, never by what a sender announces. When the budget is used up, the body that has
 * been arriving for longest gives its bytes back, so that senders who stall cannot keep GitHub out.
 */
@Singleton
class BodyBudget {
    /** Below what the heap has left during the largest import, with the copy that storing makes. */
    static final long MAX_MEMORY_BYTES = 8L << 20;

    /** Two of GitHub's largest bodies; the chart gives {@code /tmp} more than that. */
    static final long MAX_DISK_BYTES = 52L << 20;

    /** Shorter than GitHub's time-out of ten seconds, with room for the database's own. */
    private static final long MAX_WAIT_NANOS = TimeUnit.SECONDS.toNanos(3);

    /** GitHub sends a body within a fraction of this. */
    private static final long EVICTABLE_AFTER_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private final Set<Lease> arriving = new LinkedHashSet<>();
    private long memoryLeft = MAX_MEMORY_BYTES;
    private long diskLeft = MAX_DISK_BYTES;

    /** Where bytes are kept. */
    enum Place {
        MEMORY,
        DISK
    }

    /** For one body; its reader is the current thread. */
    Lease lease() {
        Lease lease = new Lease(Thread.currentThread());
        lock.lock();
        try {
            arriving.add(lease);
        } finally {
            lock.unlock();
        }
        return lease;
    }

    /** Bodies of GitHub's that are being stored now. */
    long storing() {
        lock.lock();
        try {
            return arriving.stream().filter(lease -> lease.proved).count();
        } finally {
            lock.unlock();
        }
    }

    private long left(Place place) {
        return place == Place.MEMORY ? memoryLeft : diskLeft;
    }

    private void add(Place place, long bytes) {
        if (place == Place.MEMORY) {
            memoryLeft += bytes;
        } else {
            diskLeft += bytes;
        }
    }

    /** Interrupts the reader of the body that arrives for longest; never one whose signature is proved. */
    private void evict(Lease asking, Place place) {
        long now = System.nanoTime();
        for (Lease other : arriving) {
            if (other != asking && other.evictable(place, now)) {
                other.evicted = true;
                other.reader.interrupt();
                return;
            }
        }
    }

    /** What one body holds of the budget. Closed when the body is stored or refused. */
    final class Lease implements AutoCloseable {
        private final Thread reader;
        private final long since = System.nanoTime();
        private long memory;
        private long disk;
        private boolean proved;
        private boolean evicted;

        private Lease(Thread reader) {
            this.reader = reader;
        }

        private boolean evictable(Place place, long now) {
            return !proved
                    && !evicted
                    && (place == Place.MEMORY ? memory : disk) > 0
                    && now - since > EVICTABLE_AFTER_NANOS;
        }

        /**
         * Takes bytes that have arrived, waiting for room.
         *
         * @throws ExhaustedException when there is no room in time, or this body had to make room for others
         */
        void take(Place place, int bytes) throws ExhaustedException {
            long until = System.nanoTime() + MAX_WAIT_NANOS;
            lock.lock();
            try {
                while (left(place) < bytes) {
                    long rest = until - System.nanoTime();
                    if (evicted || rest <= 0) {
                        throw new ExhaustedException();
                    }
                    evict(this, place);
                    freed.awaitNanos(Math.min(rest, RETRY_NANOS));
                }
                add(place, -bytes);
                if (place == Place.MEMORY) {
                    memory += bytes;
                } else {
                    disk += bytes;
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new ExhaustedException();
            } finally {
                lock.unlock();
            }
        }

        /** From now on the bytes are GitHub's: they stay until they are stored. */
        void prove() {
            lock.lock();
            try {
                proved = true;
            } finally {
                lock.unlock();
            }
        }

        /** True when the reader was interrupted to make room for others. Clears the interrupt. */
        boolean wasEvicted() {
            lock.lock();
            try {
                return evicted && (Thread.interrupted() | true);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                if (arriving.remove(this)) {
                    memoryLeft += memory;
                    diskLeft += disk;
                    freed.signalAll();
                }
                if (evicted) {
                    Thread.interrupted();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** There is no room for more bytes of strangers. */
    static final class ExhaustedException extends IOException {
        private static final long serialVersionUID = 1;

        private ExhaustedException() {
            super("too many bodies at once");
        }
    }
}
