package dev.flightlog.ingest.stage;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads what {@link RowOutput} wrote. */
final class RowInput implements AutoCloseable {
    private final InputStream in;
    private final byte[] buffer = new byte[32 * 1024];
    private int position;
    private int end;

    RowInput(InputStream in) {
        this.in = in;
    }

    boolean atEnd() throws IOException {
        if (position < end) {
            return false;
        }
        position = 0;
        end = Math.max(0, in.read(buffer));
        return end == 0;
    }

    long number() throws IOException {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = next();
            number |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    String text() throws IOException {
        byte[] bytes = new byte[(int) number()];
        for (int filled = 0; filled < bytes.length; ) {
            if (atEnd()) {
                throw new EOFException("a row ends too early");
            }
            int count = Math.min(bytes.length - filled, end - position);
            System.arraycopy(buffer, position, bytes, filled, count);
            position += count;
            filled += count;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private byte next() throws IOException {
        if (atEnd()) {
            throw new EOFException("a row ends too early");
        }
        return buffer[position++];
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
