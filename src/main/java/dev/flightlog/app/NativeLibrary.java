package dev.flightlog.app;

import com.github.luben.zstd.util.Native;
import java.util.Optional;

/**
 * Loads the zstd library before the start, because it is unpacked into the directory of temporary files: where that fails,
 * each delivery would be answered with 500 later.
 */
final class NativeLibrary {
    private NativeLibrary() {}

    /** One line with the directory and the remedy; empty when the library is loaded. */
    static Optional<String> problem() {
        try {
            Native.load();
            return Optional.empty();
        } catch (LinkageError refused) {
            return Optional.of("the directory of temporary files \"" + System.getProperty("java.io.tmpdir")
                    + "\" cannot be used: it should exist, be writable, allow execution (no noexec) and have 128 MB"
                    + " free, because the zstd library is unpacked there ("
                    + String.valueOf(refused.getMessage())
                            .lines()
                            .findFirst()
                            .orElse("")
                            .strip()
                    + "). Mount it so, or name another with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=/path");
        }
    }
}
