package dev.flightlog.webhook;

import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends the wait for a sender that does not send: who announces a body and keeps it would hold a thread and
 * its part of the {@link BodyBudget} for ever, without having shown a right signature.
 */
@Singleton
class BodyReadTimeout {
    /** Reads what a sender sends, as long as that takes. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("slow-senders").factory());
    private final Duration longest;

    BodyReadTimeout(@Value("${flightlog.webhook.body-within}") Duration longest) {
        this.longest = longest;
        // Nearly every watch is called off at once: thousands of them must not wait for their time.
        watch.setRemoveOnCancelPolicy(true);
    }

    @PreDestroy
    void stop() {
        watch.shutdownNow();
    }

    /**
     * @throws Passed when the bytes did not come in time
     */
    <T> T within(Reading<T> reading) throws IOException {
        Wait wait = new Wait(Thread.currentThread());
        Future<?> end = watch.schedule(wait::pass, longest.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return reading.read();
        } catch (IOException | RuntimeException broken) {
            if (wait.end()) {
                throw new Passed();
            }
            throw broken;
        } finally {
            end.cancel(false);
            wait.end();
        }
    }

    /** One wait of one thread. What the thread does after it is not interrupted. */
    private static final class Wait {
        private final Thread reader;
        private boolean over;
        private boolean passed;

        private Wait(Thread reader) {
            this.reader = reader;
        }

        private synchronized void pass() {
            if (!over) {
                passed = true;
                reader.interrupt();
            }
        }

        /** Called by the thread itself: true when its time was over first. */
        private synchronized boolean end() {
            over = true;
            if (passed) {
                Thread.interrupted();
            }
            return passed;
        }
    }

    /** The sender was too slow. */
    static final class Passed extends InterruptedIOException {
        private static final long serialVersionUID = 1;

        private Passed() {
            super("the body did not come in time");
        }
    }
}
