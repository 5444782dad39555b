package dev.flightlog.webhook;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that bodies of requests may hold before their signature is proved, in memory and on disk, for the whole
 * process. Bytes are taken as they arrive, never by what a sender announces. When the budget is used up, {@link BodyEviction}
 * decides which body gives its bytes back.
 */
@Singleton
class BodyBudget {
    /** Below what the heap has left during the largest import, with the copy that storing makes. */
    static final long MAX_MEMORY_BYTES = 8L << 20;

    /** Two of GitHub's largest bodies; the chart gives {@code /tmp} more than that. */
    static final long MAX_DISK_BYTES = 52L << 20;

    /** Shorter than GitHub's time-out of ten seconds, with room for the database's own. */
    private static final long MAX_WAIT_NANOS = TimeUnit.SECONDS.toNanos(3);

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
            return arriving.stream()
                    .filter(lease -> lease.progress == BodyEviction.Progress.PROVED)
                    .count();
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

    /** Interrupts the reader of the body that must make room, if any must. */
    private void evict(Lease asking, Place place) {
        long now = System.nanoTime();
        List<Lease> leases = List.copyOf(arriving);
        List<BodyEviction.Body> bodies =
                leases.stream().map(lease -> lease.seen(place, now)).toList();
        BodyEviction.next(bodies, leases.indexOf(asking), left(place)).ifPresent(index -> {
            Lease other = leases.get(index);
            other.progress = BodyEviction.Progress.EVICTED;
            other.reader.interrupt();
        });
    }

    /** What one body holds of the budget. Closed when the body is stored or refused. */
    final class Lease implements AutoCloseable {
        private final Thread reader;
        private final long since = System.nanoTime();
        private BodyEviction.Progress progress = BodyEviction.Progress.ARRIVING;
        private long waitedNanos;
        private long memory;
        private long disk;
        private @Nullable Wait wait;

        private Lease(Thread reader) {
            this.reader = reader;
        }

        private BodyEviction.Body seen(Place place, long now) {
            long age = now - since;
            long wanted = wait != null && wait.place() == place ? wait.bytes() : 0;
            long waiting = wait == null ? 0 : now - wait.since();
            return new BodyEviction.Body(
                    progress, place == Place.MEMORY ? memory : disk, wanted, age - waitedNanos - waiting, age);
        }

        private boolean evicted() {
            return progress == BodyEviction.Progress.EVICTED;
        }

        /**
         * Takes bytes that have arrived, waiting for room.
         *
         * @throws ExhaustedException when there is no room in time, or this body had to make room for others
         */
        void take(Place place, int bytes) throws ExhaustedException {
            lock.lock();
            try {
                if (left(place) < bytes) {
                    awaitRoom(place, bytes);
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

        private void awaitRoom(Place place, int bytes) throws ExhaustedException, InterruptedException {
            long from = System.nanoTime();
            wait = new Wait(place, bytes, from);
            try {
                while (left(place) < bytes) {
                    long rest = from + MAX_WAIT_NANOS - System.nanoTime();
                    if (evicted() || rest <= 0) {
                        throw new ExhaustedException();
                    }
                    evict(this, place);
                    freed.awaitNanos(Math.min(rest, RETRY_NANOS));
                }
            } finally {
                wait = null;
                waitedNanos += System.nanoTime() - from;
            }
        }

        /** From now on the bytes are GitHub's: they stay until they are stored, also where they were just to be evicted. */
        void prove() {
            lock.lock();
            try {
                if (evicted()) {
                    Thread.interrupted();
                }
                progress = BodyEviction.Progress.PROVED;
            } finally {
                lock.unlock();
            }
        }

        /** True when the reader was interrupted to make room for others. Clears the interrupt. */
        boolean wasEvicted() {
            lock.lock();
            try {
                return evicted() && (Thread.interrupted() | true);
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
                if (evicted()) {
                    Thread.interrupted();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** A body that waits for room since then. */
    private record Wait(Place place, int bytes, long since) {}

    /** There is no room for more bytes of strangers. */
    static final class ExhaustedException extends IOException {
        private static final long serialVersionUID = 1;

        private ExhaustedException() {
            super("too many bodies at once");
        }
    }
}
