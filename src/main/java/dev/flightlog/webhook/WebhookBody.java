package dev.flightlog.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The JSON object inside a delivery's body, which may be a form with it in {@code payload}. */
final class WebhookBody {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String FIELD = "payload=";

    /** GitHub's largest body. */
    static final int MOST_BYTES = 25 << 20;

    private WebhookBody() {}

    /**
     * The bytes, at most one more than {@link #MOST_BYTES}.
     *
     * @param length as the sender announced it, so that the bytes are held once; negative for unknown
     */
    static byte[] read(@Nullable InputStream body, long length) throws IOException {
        if (body == null) {
            return new byte[0];
        }
        if (length < 0) {
            return body.readNBytes(MOST_BYTES + 1);
        }
        byte[] bytes = new byte[(int) length];
        if (body.readNBytes(bytes, 0, bytes.length) < bytes.length) {
            throw new EOFException("the body is shorter than announced");
        }
        return bytes;
    }

    /** Takes what is left of a body that nobody wants, in constant memory: most senders read no answer before they have sent it. */
    static void discard(@Nullable InputStream body) {
        if (body == null) {
            return;
        }
        try {
            byte[] nowhere = new byte[1 << 13];
            long left = 2L * MOST_BYTES;
            for (int read = body.read(nowhere); read >= 0 && left > 0; read = body.read(nowhere)) {
                left -= read;
            }
        } catch (IOException _) {
            // The sender is gone, or the server itself has had enough.
        }
    }

    /** @throws IllegalArgumentException if a form holds no {@code payload} or its escapes are broken */
    static byte[] ofForm(byte[] body) {
        String form = new String(body, StandardCharsets.ISO_8859_1);
        for (String pair : form.split("&", -1)) {
            if (pair.startsWith(FIELD)) {
                return URLDecoder.decode(pair.substring(FIELD.length()), StandardCharsets.UTF_8)
                        .getBytes(StandardCharsets.UTF_8);
            }
        }
        throw new IllegalArgumentException("the form has no field payload");
    }

    /** Looks at the syntax only, in constant memory. */
    static boolean isJsonObject(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            parser.skipChildren();
            return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
        } catch (IOException malformed) {
            return false;
        }
    }
}
