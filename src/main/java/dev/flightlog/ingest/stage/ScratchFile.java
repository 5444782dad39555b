package dev.flightlog.ingest.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A temporary file that has no name from the moment it is open: it is gone with the process, however that ends. */
public final class ScratchFile implements AutoCloseable {
    private final FileChannel channel;

    ScratchFile(FileChannel channel) {
        this.channel = channel;
    }

    public static ScratchFile create() throws IOException {
        try {
            Path path = Files.createTempFile("flightlog-scratch-", null);
            return new ScratchFile(FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException refused) {
            throw named(refused);
        }
    }

    /** The system's own words for a full disk say neither where nor what to do. */
    private static IOException named(IOException refused) {
        return new IOException(
                "temporary files in " + System.getProperty("java.io.tmpdir") + ": " + refused.getMessage()
                        + ". Give it more room (the chart's tmp.sizeLimit; how much: operations.md)",
                refused);
    }

    /** Appends; closing it leaves the file open. */
    public OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length);
                try {
                    while (rest.hasRemaining()) {
                        channel.write(rest);
                    }
                } catch (IOException refused) {
                    throw named(refused);
                }
            }
        };
    }

    /** Reads from the beginning; closing it leaves the file open. */
    public InputStream input() {
        return new InputStream() {
            private long position;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = channel.read(ByteBuffer.wrap(bytes, offset, length), position);
                position += Math.max(0, count);
                return count;
            }
        };
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }
}
