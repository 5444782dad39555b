package dev.flightlog.webhook;

import dev.flightlog.database.DatabaseException;
import dev.flightlog.database.StreamedBytes;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.jobs.QueuedJob;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stores deliveries with the jobs that will handle them, both or neither. Those that come while others are being
 * committed are committed together afterwards: one of them does it for all. So a crowd shares a commit, and one alone
 * waits for nobody.
 */
@Singleton
class DeliveryIntake {
    /** What is stored together is in memory twice. */
    private static final int MAX_TOGETHER_BYTES = 1 << 20;

    /** GitHub waits ten seconds. */
    private static final long MAX_WAIT_SECONDS = 7;

    private final DeliveryStore deliveries;
    private final JobQueue jobs;
    private final InstantSource clock;
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    /** True while one is committing, or is about to. */
    private final AtomicBoolean led = new AtomicBoolean();

    DeliveryIntake(DeliveryStore deliveries, JobQueue jobs, InstantSource clock) {
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Returns once it is committed.
     *
     * @return false when the delivery was here already: then nothing changes
     * @throws DatabaseException when it is not known to be stored
     */
    boolean accept(UUID guid, String event, ReceivedBody payload) {
        QueuedJob job = jobs.queued(DeliveryJob.TYPE, guid.toString(), new DeliveryJob.Data(guid.toString(), event));
        boolean fresh = store(guid, event, payload, job);
        if (fresh) {
            jobs.handedIn();
        }
        return fresh;
    }

    private boolean store(UUID guid, String event, ReceivedBody payload, QueuedJob job) {
        return switch (payload) {
            case ReceivedBody.InMemory(byte[] bytes) ->
                accept(new DeliveryStore.Incoming(guid, event, StoredPayload.of(bytes), job));
            case ReceivedBody.OnDisk large ->
                deliveries.add(
                        guid,
                        event,
                        new StreamedBytes(Math.toIntExact(large.length()), large::open),
                        job,
                        clock.instant());
        };
    }

    private boolean accept(DeliveryStore.Incoming incoming) {
        // A large one is written alone: together with others it would be in memory twice.
        if (incoming.payload().length > StoredPayload.MAX_COMPRESSED) {
            return deliveries.add(incoming, clock.instant());
        }
        Arrival arrival = new Arrival(incoming, new CompletableFuture<>());
        arrivals.add(arrival);
        if (led.compareAndSet(false, true) || arrival.await() == Outcome.LEAD) {
            return lead(arrival);
        }
        return arrival.fresh();
    }

    private boolean lead(Arrival own) {
        arrivals.remove(own);
        List<Arrival> together = withWaiting(own);
        try {
            return store(own, together);
        } catch (RuntimeException | Error failed) {
            together.forEach(arrival -> arrival.outcome.completeExceptionally(failed));
            throw failed;
        } finally {
            handOver();
        }
    }

    private List<Arrival> withWaiting(Arrival own) {
        List<Arrival> together = new ArrayList<>(List.of(own));
        int bytes = own.bytes();
        for (Arrival next = arrivals.poll(); next != null; next = bytes < MAX_TOGETHER_BYTES ? arrivals.poll() : null) {
            together.add(next);
            bytes += next.bytes();
        }
        return together;
    }

    private boolean store(Arrival own, List<Arrival> together) {
        try {
            Set<UUID> fresh =
                    deliveries.addAll(together.stream().map(Arrival::incoming).toList(), clock.instant());
            together.forEach(arrival -> arrival.complete(fresh.contains(arrival.guid())));
            return fresh.contains(own.guid());
        } catch (DatabaseException refused) {
            if (refused.away() || together.size() == 1) {
                throw refused;
            }
            return storeEach(own, together);
        }
    }

    /**
     * One of them cannot be stored, and the others shall not suffer from it.
     *
     * @throws DatabaseException for the own one; for all that are left when Postgres has become unavailable
     */
    private boolean storeEach(Arrival own, List<Arrival> together) {
        for (Arrival arrival : together) {
            try {
                if (arrival != own) {
                    arrival.complete(deliveries.add(arrival.incoming, clock.instant()));
                }
            } catch (DatabaseException refused) {
                if (refused.away()) {
                    throw refused;
                }
                arrival.outcome.completeExceptionally(refused);
            }
        }
        return deliveries.add(own.incoming, clock.instant());
    }

    /** The one that has waited longest goes on; who comes when nobody waits begins by itself. */
    private void handOver() {
        while (true) {
            Arrival next = arrivals.peek();
            if (next == null) {
                led.set(false);
                if (arrivals.isEmpty() || !led.compareAndSet(false, true)) {
                    return;
                }
            } else if (next.outcome.complete(Outcome.LEAD)) {
                return;
            } else {
                arrivals.remove(next);
            }
        }
    }

    private enum Outcome {
        FRESH,
        REPEATED,
        LEAD
    }

    private record Arrival(DeliveryStore.Incoming incoming, CompletableFuture<Outcome> outcome) {
        UUID guid() {
            return incoming.guid();
        }

        int bytes() {
            return incoming.payload().length;
        }

        void complete(boolean fresh) {
            outcome.complete(fresh ? Outcome.FRESH : Outcome.REPEATED);
        }

        boolean fresh() {
            return outcome.join() == Outcome.FRESH;
        }

        Outcome await() {
            try {
                return outcome.get(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof DatabaseException refused
                        ? refused
                        : new IllegalStateException("a delivery was not stored", failed.getCause());
            } catch (TimeoutException late) {
                return unlessDecided(late);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return unlessDecided(stopping);
            }
        }

        /** Word may have come in the very last moment, and may be to lead. */
        private Outcome unlessDecided(Exception late) {
            DatabaseException unanswered = DatabaseException.unanswered(late);
            if (outcome.completeExceptionally(unanswered) || outcome.isCompletedExceptionally()) {
                throw unanswered;
            }
            return outcome.join();
        }
    }
}
