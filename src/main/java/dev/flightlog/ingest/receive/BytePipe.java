package dev.flightlog.ingest.receive;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Hands bytes from the thread that downloads to the one that parses, in a few buffers that go round. */
final class BytePipe extends InputStream {
    private static final int BUFFERS = 8;
    private static final int SIZE = 128 * 1024;

    private final BlockingQueue<Piece> free = new ArrayBlockingQueue<>(BUFFERS + 1);
    private final BlockingQueue<Piece> full = new ArrayBlockingQueue<>(BUFFERS + 2);
    private @Nullable Piece current;
    private int position;
    private volatile boolean readerGone;

    BytePipe() {
        for (int index = 0; index < BUFFERS; index++) {
            free.add(new Piece(new byte[SIZE]));
        }
    }

    /** An empty buffer to fill, or null when nobody reads any more. */
    @Nullable
    Piece take() throws IOException {
        Piece piece = next(free);
        return readerGone ? null : piece;
    }

    /** Hands a filled buffer over. */
    void put(Piece piece) throws IOException {
        try {
            full.put(piece);
        } catch (InterruptedException stopping) {
            throw interrupted();
        }
    }

    /** No more bytes come: all is well. */
    void finish() throws IOException {
        put(Piece.END);
    }

    /** No more bytes come: the rest is missing. */
    void fail() throws IOException {
        put(Piece.BROKEN);
    }

    /** Called by the reading thread when it stops, for whatever reason: the writer need not wait. */
    void abandon() {
        readerGone = true;
        free.add(Piece.END);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Piece piece = current == null ? advance() : current;
        if (piece == Piece.END) {
            return -1;
        }
        int count = Math.min(length, piece.length - position);
        System.arraycopy(piece.bytes, position, target, offset, count);
        position += count;
        if (position == piece.length) {
            current = null;
            free.add(piece);
        }
        return count;
    }

    private Piece advance() throws IOException {
        Piece piece = next(full);
        if (piece == Piece.BROKEN) {
            throw new IOException("the download broke off");
        }
        position = 0;
        current = piece;
        return piece;
    }

    private static Piece next(BlockingQueue<Piece> queue) throws IOException {
        try {
            return queue.take();
        } catch (InterruptedException stopping) {
            throw interrupted();
        }
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("stopped while reading a report");
    }

    /** A buffer and how much of it is filled. */
    static final class Piece {
        private static final Piece END = new Piece(new byte[0]);
        private static final Piece BROKEN = new Piece(new byte[0]);

        final byte[] bytes;
        int length;

        private Piece(byte[] bytes) {
            this.bytes = bytes;
        }
    }
}
