package dev.flightlog.copilot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/** A stream that remembers the last bytes it gave, so that reading can go on at the line after a broken one. */
final class RecentBytes extends InputStream {
    /** A row is a few kilobytes; one that is longer than this and broken costs the file. */
    private static final int REMEMBERED = 1 << 20;

    private static final int PIECE = 8_192;

    private final InputStream source;
    private byte[] bytes = new byte[8 * PIECE];
    private int length;
    /** Where in the file the remembered bytes begin. */
    private long start;

    RecentBytes(InputStream source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int most) throws IOException {
        int count = source.read(buffer, offset, most);
        if (count > 0) {
            remember(buffer, offset, count);
        }
        return count;
    }

    private void remember(byte[] buffer, int offset, int count) {
        if (length + count > bytes.length) {
            if (bytes.length < REMEMBERED) {
                bytes = Arrays.copyOf(bytes, Math.min(REMEMBERED, Math.max(2 * bytes.length, length + count)));
            }
            int forgotten = Math.max(0, length + count - bytes.length / 2);
            if (length + count > bytes.length) {
                forgotten = Math.min(forgotten, length);
                System.arraycopy(bytes, forgotten, bytes, 0, length - forgotten);
                length -= forgotten;
                start += forgotten;
            }
        }
        System.arraycopy(buffer, offset, bytes, length, count);
        length += count;
    }

    /** Where the line after the one that holds byte {@code from} begins; below 0 where there is none. */
    long lineAfter(long from) throws IOException {
        if (from < start) {
            return -1;
        }
        int index = (int) (from - start);
        while (true) {
            for (; index < length; index++) {
                if (bytes[index] == '\n') {
                    return start + index + 1;
                }
            }
            long position = start + index;
            if (length > REMEMBERED / 2 || !more()) {
                return -1;
            }
            index = (int) (position - start);
        }
    }

    /** True where nothing but white space follows. */
    boolean isEnd(long from) throws IOException {
        int index = (int) (from - start);
        while (true) {
            for (; index < length; index++) {
                if (bytes[index] > ' ' || bytes[index] < 0) {
                    return false;
                }
            }
            long position = start + index;
            if (!more()) {
                return true;
            }
            index = (int) (position - start);
        }
    }

    /** The file from here on, once more. */
    InputStream from(long position) {
        int index = (int) (position - start);
        byte[] again = Arrays.copyOfRange(bytes, index, length);
        return new SequenceInputStream(new ByteArrayInputStream(again), this);
    }

    private boolean more() throws IOException {
        return read(new byte[PIECE], 0, PIECE) > 0;
    }
}
