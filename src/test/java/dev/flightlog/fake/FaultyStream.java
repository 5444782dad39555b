package dev.flightlog.fake;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Lets a report file through slowly, half, or cut in the middle of a line. */
final class FaultyStream extends FilterOutputStream {
    /** Says to the writer that no more is wanted. */
    static final class Enough extends IOException {
        private static final long serialVersionUID = 1;
    }

    private static final int RESET_AFTER_BYTES = 700;
    private static final int CUT_LINE_BYTES = 100;

    private final @Nullable Fault fault;
    private final Wire wire;
    private int lines;
    private int inLine;
    private long written;

    FaultyStream(OutputStream out, @Nullable Fault fault, Wire wire) {
        super(out);
        this.fault = fault;
        this.wire = wire;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        switch (fault) {
            case Fault.Slow slow -> writeSlowly(slow.perChunk(), bytes, offset, length);
            case Fault.ResetMidBody _ -> writeUntilReset(bytes, offset, length);
            case Fault.TruncatedLine cut -> writeUntilCut(cut.wholeLines(), bytes, offset, length);
            case Fault.Status _,
                    Fault.Stall _,
                    Fault.GraphQlErrors _,
                    Fault.Redirect _,
                    Fault.LostAnswer _,
                    Fault.Meanwhile _ -> out.write(bytes, offset, length);
            case null -> out.write(bytes, offset, length);
        }
    }

    private void writeSlowly(Duration perChunk, byte[] bytes, int offset, int length) throws IOException {
        wire.pause(perChunk);
        out.write(bytes, offset, length);
        out.flush();
    }

    private void writeUntilReset(byte[] bytes, int offset, int length) throws IOException {
        int rest = (int) Math.min(length, RESET_AFTER_BYTES - written);
        out.write(bytes, offset, rest);
        out.flush();
        written += rest;
        if (written >= RESET_AFTER_BYTES) {
            throw new Enough();
        }
    }

    private void writeUntilCut(int wholeLines, byte[] bytes, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            if (lines == wholeLines && inLine == CUT_LINE_BYTES) {
                throw new Enough();
            }
            out.write(bytes[i]);
            inLine++;
            if (bytes[i] == '\n') {
                lines++;
                inLine = 0;
            }
        }
    }
}
