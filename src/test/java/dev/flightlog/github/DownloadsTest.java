package dev.flightlog.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightlog.github.rest.Outages;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads from a socket that answers with exactly these bytes, and then waits or closes. */
class DownloadsTest {
    private static final String SECRET = "sig=not-to-be-told";

    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private ServerSocket server;
    private volatile String answer = "";
    private volatile boolean closes = true;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void close() throws IOException {
        done.countDown();
        server.close();
    }

    @Test
    void aFileWithoutOurToken() throws IOException {
        answer = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

        try (InputStream file = open()) {
            assertThat(file.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
        }
        assertThat(requests.poll())
                .startsWith("GET /part?" + SECRET + " HTTP/1.1")
                .containsIgnoringCase("user-agent: flightlog")
                .doesNotContainIgnoringCase("authorization")
                .doesNotContainIgnoringCase("cookie");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\nhello"
            })
    void aFileThatEndsEarlyBreaks(String cutShort) throws IOException {
        answer = cutShort;

        try (InputStream file = open()) {
            assertThatThrownBy(file::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aFileThatStopsComingBreaks() throws IOException {
        answer = "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello";
        closes = false;

        try (InputStream file = open()) {
            assertThatThrownBy(file::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "403, NotFound",
        "404, NotFound",
        "410, NotFound",
        "429, Unavailable",
        "500, Unavailable",
        "503, Unavailable",
        "302, Refused",
        "400, Refused"
    })
    void answersHaveNames(int status, String failure) {
        answer = "HTTP/1.1 " + status + " X\r\nLocation: http://127.0.0.1:1/elsewhere\r\nContent-Length: 2\r\n\r\nno";

        assertRefused(failure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no HTTP at all\r\n\r\n"})
    void noAnswerIsLater(String nothing) {
        answer = nothing;

        assertRefused("Unavailable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/part",
                "https://127.0.0.1@elsewhere.example/part",
                "http://user@127.0.0.1/part",
                "https://127.0.0.1.elsewhere.example/part",
                "http://elsewhere.example/part",
                "http://0177.0.0.1/part",
                "http://0x7f.0.0.1/part",
                "http://2130706433/part",
                "http://[::ffff:7f00:1]/part",
                "http://169.254.169.254/latest/meta-data",
                "ftp://127.0.0.1/part",
                "file:///etc/passwd",
                "jar:http://127.0.0.1/a.jar!/b"
            })
    void onlyFromAllowedHosts(String link) {
        assertThatThrownBy(() -> downloads().open(URI.create(link + "?" + SECRET)))
                .isInstanceOfSatisfying(GitHubException.class, refused -> {
                    assertThat(refused.failure()).isInstanceOf(Failure.Refused.class);
                    assertThat(refused).hasMessageNotContaining(SECRET);
                });
        assertThat(requests).isEmpty();
    }

    private void assertRefused(String failure) {
        assertThatThrownBy(this::open).isInstanceOfSatisfying(GitHubException.class, refused -> {
            assertThat(refused.failure().getClass().getSimpleName()).isEqualTo(failure);
            assertThat(refused).hasMessageNotContaining(SECRET).hasNoCause();
        });
    }

    private InputStream open() {
        return downloads().open(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/part?" + SECRET));
    }

    private static Downloads downloads() {
        URI api = URI.create("http://127.0.0.1:1");
        GitHubConfiguration configuration = new GitHubConfiguration(
                null,
                null,
                null,
                api,
                api,
                List.of("127.0.0.1"),
                Duration.ofSeconds(2),
                Duration.ofMillis(300),
                6,
                900);
        return new Downloads(configuration, new Outages(InstantSource.system()));
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                StringBuilder request = new StringBuilder();
                for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                    request.append(line).append('\n');
                }
                requests.add(request.toString());
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                if (!closes) {
                    done.await();
                }
            } catch (IOException closed) {
                // The next one.
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }
}
