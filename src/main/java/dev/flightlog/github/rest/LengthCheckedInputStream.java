package dev.flightlog.github.rest;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.net.HttpURLConnection;

/** A download that is whole, or breaks: the JDK ends a body early without a word. */
public final class LengthCheckedInputStream extends FilterInputStream {
    private final HttpURLConnection connection;
    /** Below 0 where the length was not announced; then the JDK itself notices a missing end. */
    private final long announced;

    private long read;
    private boolean ended;

    public LengthCheckedInputStream(HttpURLConnection connection) throws IOException {
        super(connection.getInputStream());
        this.connection = connection;
        this.announced = connection.getContentLengthLong();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        if (count >= 0) {
            read += count;
            return count;
        }
        if (read < announced) {
            throw new EOFException("the download ended early");
        }
        ended = true;
        return count;
    }

    /** What is left of a file that nobody wants is not read. */
    @Override
    public void close() throws IOException {
        if (!ended) {
            connection.disconnect();
        }
        in.close();
    }
}
