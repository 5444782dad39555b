package dev.flightlog.database;

import java.io.IOException;
import java.io.InputStream;

/**
 * A value of type {@code bytea} that is read while it is sent, so that it is never in memory as a whole.
 *
 * @param length bytes
 * @param source opens the bytes from their beginning
 */
public record StreamedBytes(int length, Source source) {
    /** Opens the bytes. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }
}
