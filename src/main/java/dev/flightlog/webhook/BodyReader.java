package dev.flightlog.webhook;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body in pieces and computes its signature on the way. What is above {@link #MAX_IN_MEMORY} goes to a
 * temporary file, so that GitHub's largest body takes no more memory than a small one.
 */
@Singleton
class BodyReader {
    /** GitHub's largest body, in bytes. */
    static final int MAX_BYTES = 25 << 20;

    static final int MAX_IN_MEMORY = 256 << 10;

    private static final int PIECE = 16 << 10;

    private final WebhookSignature signature;
    private final Path directory;

    BodyReader(WebhookSignature signature, @Property(name = "flightlog.webhook.spool-directory") String directory) {
        this.signature = signature;
        this.directory = Path.of(directory);
    }

    /**
     * Reads the announced number of bytes.
     *
     * @param claimed the value of {@code X-Hub-Signature-256}
     * @return null when the signature is not right over these bytes
     * @throws EOFException when the body is shorter than announced
     * @throws BodyBudget.ExhaustedException when there is no room for more bytes
     * @throws BodyFile.RefusedException when the disk takes no more
     */
    @Nullable
    ReceivedBody read(@Nullable InputStream body, int length, @Nullable String claimed, BodyBudget.Lease lease)
            throws IOException {
        WebhookSignature.Check check = signature.check(claimed);
        ReceivedBody received = receive(new Arriving(body, length, check, lease));
        if (check.matches()) {
            lease.prove();
            return received;
        }
        received.close();
        return null;
    }

    /** Holds nothing, neither a buffer nor a file, before the first byte is here. */
    private ReceivedBody receive(Arriving body) throws IOException {
        if (body.length == 0) {
            return new ReceivedBody.InMemory(new byte[0]);
        }
        byte first = body.first();
        if (body.length <= MAX_IN_MEMORY) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            body.copy(first, BodyBudget.Place.MEMORY, bytes);
            return new ReceivedBody.InMemory(bytes.toByteArray());
        }
        Path file = BodyFile.create(directory);
        try (OutputStream out = BodyFile.output(file)) {
            body.copy(first, BodyBudget.Place.DISK, out);
        } catch (IOException | RuntimeException | Error broken) {
            Files.deleteIfExists(file);
            throw broken;
        }
        return new ReceivedBody.OnDisk(file, body.length);
    }

    /** A body on its way in. */
    private record Arriving(
            @Nullable InputStream body, int length, WebhookSignature.Check check, BodyBudget.Lease lease) {
        private byte first() throws IOException {
            int first = body == null ? -1 : body.read();
            if (first < 0) {
                throw shorter();
            }
            return (byte) first;
        }

        private void copy(byte first, BodyBudget.Place place, OutputStream out) throws IOException {
            byte[] piece = new byte[Math.min(PIECE, length)];
            piece[0] = first;
            int read = 1;
            int left = length;
            while (true) {
                lease.take(place, read);
                check.update(piece, read);
                out.write(piece, 0, read);
                left -= read;
                if (left == 0) {
                    return;
                }
                read = body == null ? -1 : body.read(piece, 0, Math.min(piece.length, left));
                if (read < 0) {
                    throw shorter();
                }
            }
        }

        private static EOFException shorter() {
            return new EOFException("the body is shorter than announced");
        }
    }
}
