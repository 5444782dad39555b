package dev.flightlog.ingest.stage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes rows that wait in a temporary file: small numbers in one byte, larger ones in as many as they need. */
final class RowOutput {
    private static final int MAX_NUMBER_LENGTH = 10;

    private final OutputStream out;
    private final byte[] buffer = new byte[32 * 1024];
    private int length;

    RowOutput(OutputStream out) {
        this.out = out;
    }

    /** Any number from 0. */
    void number(long number) throws IOException {
        room(MAX_NUMBER_LENGTH);
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            buffer[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[length++] = (byte) rest;
    }

    void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        if (bytes.length > buffer.length) {
            flush();
            out.write(bytes);
        } else {
            room(bytes.length);
            System.arraycopy(bytes, 0, buffer, length, bytes.length);
            length += bytes.length;
        }
    }

    private void room(int bytes) throws IOException {
        if (buffer.length - length < bytes) {
            flush();
        }
    }

    void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }
}
