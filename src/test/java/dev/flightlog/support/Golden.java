package dev.flightlog.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a rendering with its committed file; {@code -Dgolden.update=true} writes the file instead. */
public final class Golden {
    private static final Path DIRECTORY = Path.of("src/test/resources/golden");

    private Golden() {}

    /** Asserts that the file of this name (such as "summary/normal.md") holds exactly this text. */
    public static void assertMatches(String name, String text) {
        Path file = DIRECTORY.resolve(name);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            assertThat(file).as("golden file, written by -Dgolden.update=true").exists();
            assertThat(text).as("golden file %s", name).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
