package dev.flightlog.github;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Breaks a download off when nothing comes for a while: the JDK's client would wait for ever. */
final class StallGuard extends FilterInputStream {
    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("stalled-downloads").factory());

    private final long longestNanos;
    private final ScheduledFuture<?> watch;
    private volatile long waitingSince;
    private volatile boolean reading;
    private volatile boolean stalled;

    StallGuard(InputStream in, Duration longest) {
        super(in);
        this.longestNanos = longest.toNanos();
        this.watch = WATCH.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        waitingSince = System.nanoTime();
        reading = true;
        try {
            int count = in.read(buffer, offset, length);
            if (count < 0 && stalled) {
                throw new IOException("nothing came for too long");
            }
            return count;
        } finally {
            reading = false;
        }
    }

    @Override
    public void close() throws IOException {
        watch.cancel(false);
        in.close();
    }

    private void look() {
        if (reading && System.nanoTime() - waitingSince > longestNanos) {
            stalled = true;
            try {
                close();
            } catch (IOException broken) {
                // The reader learns of it by its own read.
            }
        }
    }
}
