package dev.flightlog.webhook;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Temporary files of large bodies: a refusal by this machine's disk is an error of its own, not a body that broke off. */
final class BodyFile {
    private BodyFile() {}

    /** A new, empty file. */
    static Path create(Path directory) throws RefusedException {
        try {
            return Files.createTempFile(directory, "flightlog-delivery", ".body");
        } catch (IOException refused) {
            throw new RefusedException(directory, refused);
        }
    }

    /** Writes to a file that {@link #create} made. */
    static OutputStream output(Path file) throws RefusedException {
        Path directory = file.resolveSibling("");
        try {
            return new Output(Files.newOutputStream(file), directory);
        } catch (IOException refused) {
            throw new RefusedException(directory, refused);
        }
    }

    private static final class Output extends FilterOutputStream {
        private final Path directory;

        private Output(OutputStream file, Path directory) {
            super(file);
            this.directory = directory;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException refused) {
                throw new RefusedException(directory, refused);
            }
        }
    }

    /** The directory of temporary files is full, gone or read-only. */
    static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1;

        RefusedException(Path directory, IOException refused) {
            super("temporary files in " + directory + ": " + words(refused), refused);
        }

        /** Exceptions of files say their path, and some nothing else. */
        private static String words(IOException refused) {
            return switch (refused) {
                case NoSuchFileException _ -> "it is gone";
                case AccessDeniedException _ -> "this user may not write there";
                case FileSystemException file when file.getReason() != null -> file.getReason();
                default -> String.valueOf(refused.getMessage());
            };
        }
    }
}
