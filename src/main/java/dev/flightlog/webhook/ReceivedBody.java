package dev.flightlog.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A body that arrived whole and whose signature is right: small ones in memory, large ones in a temporary file. */
sealed interface ReceivedBody extends AutoCloseable {
    /** The bytes from their beginning. */
    InputStream open() throws IOException;

    /** Bytes. */
    long length();

    @Override
    void close();

    /**
     * The JSON document of a form, which GitHub sends in the field {@code payload}.
     *
     * @throws IllegalArgumentException if there is no such field or its escapes are broken
     */
    ReceivedBody ofForm() throws IOException;

    /** Whether this is one JSON object. Looks at the syntax only, in constant memory. */
    default boolean isJsonObject() {
        try (InputStream bytes = open();
                JsonParser parser = Json.FACTORY.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            parser.skipChildren();
            return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
        } catch (IOException _) {
            return false;
        }
    }

    /** In memory. */
    record InMemory(byte[] bytes) implements ReceivedBody {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public ReceivedBody ofForm() throws IOException {
            ByteArrayOutputStream payload = new ByteArrayOutputStream(bytes.length);
            FormPayload.decode(open(), payload);
            return new InMemory(payload.toByteArray());
        }

        @Override
        public void close() {
            // Nothing is held but memory.
        }

        @Override
        public String toString() {
            return "InMemory[" + bytes.length + " bytes]";
        }
    }

    /** In a temporary file, which is deleted when this is closed. */
    record OnDisk(Path file, long length) implements ReceivedBody {
        @Override
        public InputStream open() throws IOException {
            return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        }

        @Override
        public ReceivedBody ofForm() throws IOException {
            Path payload = BodyFile.create(file.resolveSibling(""));
            try (InputStream form = open();
                    OutputStream out = new BufferedOutputStream(BodyFile.output(payload), 1 << 16)) {
                FormPayload.decode(form, out);
            } catch (IOException | IllegalArgumentException broken) {
                Files.deleteIfExists(payload);
                throw broken;
            }
            return new OnDisk(payload, Files.size(payload));
        }

        @Override
        public void close() {
            // Deleting can only fail where the file is gone already.
            file.toFile().delete();
        }
    }

    /** One factory for all bodies. */
    final class Json {
        private static final JsonFactory FACTORY = new JsonFactory();

        private Json() {}
    }
}
