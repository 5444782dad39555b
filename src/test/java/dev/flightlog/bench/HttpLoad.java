package dev.flightlog.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Sends one signed body again and again over connections that stay open, each time with a GUID of its own. */
final class HttpLoad {
    private final int port;
    private final String path;
    private final byte[] body;
    private final String signature;

    HttpLoad(int port, String path, byte[] body, String signature) {
        this.port = port;
        this.path = path;
        this.body = body;
        this.signature = signature;
    }

    /** Each connection sends the next when the last is answered. Answers a second. */
    double asFastAsPossible(int connections, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        long start = System.nanoTime();
        int answers = run(connections, connection -> {
                    List<Long> times = new ArrayList<>();
                    while (System.nanoTime() < end) {
                        connection.exchange();
                        times.add(0L);
                    }
                    return times;
                })
                .size();
        return answers * 1e9 / (System.nanoTime() - start);
    }

    /** So many a second, whatever becomes of those before. Nanoseconds from when each was due to its answer, sorted. */
    List<Long> atRate(int connections, int perSecond, Duration time) throws InterruptedException {
        long start = System.nanoTime();
        int most = (int) (perSecond * time.toSeconds());
        AtomicInteger next = new AtomicInteger();
        return run(connections, connection -> {
                    List<Long> times = new ArrayList<>();
                    for (int number = next.getAndIncrement(); number < most; number = next.getAndIncrement()) {
                        long due = start + number * 1_000_000_000L / perSecond;
                        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                            LockSupport.parkNanos(left);
                        }
                        connection.exchange();
                        times.add(System.nanoTime() - due);
                    }
                    return times;
                })
                .stream()
                .sorted()
                .toList();
    }

    private List<Long> run(int connections, Work work) throws InterruptedException {
        List<Future<List<Long>>> running = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (int number = 0; number < connections; number++) {
                running.add(threads.submit(() -> {
                    try (Connection connection = new Connection()) {
                        return work.on(connection);
                    }
                }));
            }
            for (Future<List<Long>> each : running) {
                times.addAll(each.get());
            }
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
        return times;
    }

    /** What is done with a connection: the time of each exchange. */
    private interface Work {
        List<Long> on(Connection connection) throws IOException;
    }

    private final class Connection implements AutoCloseable {
        private static final String ACCEPTED = "HTTP/1.1 202 ";

        private final Socket socket;
        private final InputStream in;

        Connection() throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }

        void exchange() throws IOException {
            ByteArrayOutputStream request = new ByteArrayOutputStream(body.length + 1024);
            request.writeBytes(head().getBytes(StandardCharsets.US_ASCII));
            request.writeBytes(body);
            socket.getOutputStream().write(request.toByteArray());
            String answer = answer();
            if (!answer.startsWith(ACCEPTED)) {
                throw new IOException(answer);
            }
        }

        private String head() {
            return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "X-GitHub-Event: star\r\nX-GitHub-Delivery: " + UUID.randomUUID()
                    + "\r\nX-Hub-Signature-256: sha256=" + signature
                    + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        }

        /** Up to the empty line: a 202 has no body. */
        private String answer() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int character = in.read();
                if (character < 0) {
                    throw new IOException("the server closed the connection");
                }
                head.append((char) character);
            }
            return head.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
