package dev.flightlog.support;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Connections of strangers, held open by hand: what they send is not signed by anybody. */
public final class RawConnections implements AutoCloseable {
    private static final int READ_WITHIN_MILLIS = 15_000;

    private final URI server;
    private final List<Socket> open = new ArrayList<>();

    /** @param server any address of the server */
    public RawConnections(URI server) {
        this.server = server;
    }

    /** The headers of a delivery that announce a body of so many bytes, and nothing of the body. */
    public Socket announce(long bytes) throws IOException {
        return send(delivery("Content-Length: " + bytes));
    }

    /** The headers of a delivery with a well-formed signature that is nobody's. */
    public static String delivery(String... headers) {
        return """
            POST /webhooks/github HTTP/1.1\r
            Host: flightlog\r
            Content-Type: application/json\r
            X-GitHub-Event: push\r
            X-GitHub-Delivery: %s\r
            X-Hub-Signature-256: sha256=%s\r
            %s\r
            \r
            """.formatted(UUID.randomUUID(), "a".repeat(64), String.join("\r\n", headers));
    }

    /** Opens a connection and sends this. */
    public Socket send(String text) throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        open.add(socket);
        socket.setSoTimeout(READ_WITHIN_MILLIS);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** The first line of the answer; empty where the connection was closed without one. */
    public static String firstLine(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = socket.getInputStream().read();
                next >= 0 && next != '\r';
                next = socket.getInputStream().read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    /** Everything that is answered until the server closes it. */
    public static String all(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** True when the server has closed it. Waits for that. */
    public static boolean closed(Socket socket) throws IOException {
        try {
            socket.getInputStream().readAllBytes();
            return true;
        } catch (java.net.SocketTimeoutException _) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }
}
