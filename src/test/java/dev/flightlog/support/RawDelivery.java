package dev.flightlog.support;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A delivery sent over a socket by hand: its body is held once however often it is sent, and an early answer is read. */
public final class RawDelivery {
    public static final int BROKEN_OFF = 0;

    private static final int CHUNK = 1 << 16;
    private static final String STATUS = "HTTP/1.1 202";

    private final byte[] body;
    private final String signature;

    private RawDelivery(byte[] body, String signature) {
        this.body = body;
        this.signature = signature;
    }

    /**
     * A JSON object of so many bytes.
     *
     * @param secret that it is signed with
     */
    public static RawDelivery of(String secret, int bytes) throws GeneralSecurityException {
        byte[] body = new byte[bytes];
        Arrays.fill(body, (byte) 'x');
        byte[] start = "{\"a\":\"".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(start, 0, body, 0, start.length);
        body[bytes - 2] = '"';
        body[bytes - 1] = '}';
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return new RawDelivery(body, HexFormat.of().formatHex(mac.doFinal(body)));
    }

    /** Sends it with a GUID of its own. The status of the answer, or {@link #BROKEN_OFF}: GitHub comes again then. */
    public int sendTo(URI webhook) {
        try {
            return exchange(webhook);
        } catch (IOException _) {
            return BROKEN_OFF;
        }
    }

    private int exchange(URI webhook) throws IOException {
        try (Socket socket = new Socket(webhook.getHost(), webhook.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(head(webhook).getBytes(StandardCharsets.US_ASCII));
            for (int sent = 0; sent < body.length && socket.getInputStream().available() == 0; sent += CHUNK) {
                out.write(body, sent, Math.min(CHUNK, body.length - sent));
            }
            byte[] status = socket.getInputStream().readNBytes(STATUS.length());
            return Integer.parseInt(new String(status, StandardCharsets.US_ASCII).substring(STATUS.length() - 3));
        }
    }

    private String head(URI webhook) {
        return String.join(
                "\r\n",
                "POST " + webhook.getPath() + " HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "X-GitHub-Event: star",
                "X-GitHub-Delivery: " + UUID.randomUUID(),
                "X-Hub-Signature-256: sha256=" + signature,
                "Connection: close",
                "Content-Length: " + body.length,
                "",
                "");
    }
}
