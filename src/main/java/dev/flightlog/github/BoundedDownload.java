package dev.flightlog.github;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * A download that ends by an {@link IOException} when it is longer or takes longer than it may: a host that sends a byte now
 * and then, or never stops, would occupy a worker and the disk for ever.
 */
final class BoundedDownload extends FilterInputStream {
    private final long maxNanoseconds;
    private final long startedAt = System.nanoTime();
    private long left;

    BoundedDownload(InputStream content, long maxBytes, Duration maxTime) {
        super(content);
        this.left = maxBytes;
        this.maxNanoseconds = maxTime.toNanos();
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(long bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new IOException("the report file is larger than it may be");
        }
        if (System.nanoTime() - startedAt > maxNanoseconds) {
            throw new IOException("the report file takes longer than it may");
        }
    }
}
