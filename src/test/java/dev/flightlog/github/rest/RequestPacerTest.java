package dev.flightlog.github.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.github.Access;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The time passes only while the pacer waits. */
class RequestPacerTest {
    private static final Access.Installation ACME = Access.installation(7);
    private static final HttpRequest READ = HttpRequest.newBuilder(URI.create("https://api.github.com/orgs/acme"))
            .build();
    private static final HttpRequest WRITE = HttpRequest.newBuilder(
                    URI.create("https://api.github.com/repos/acme/a/issues"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();

    private final AtomicLong now = new AtomicLong();
    private final List<Long> pauses = new ArrayList<>();
    private final RequestPacer pacer = new RequestPacer(100, now::get, this::pause);

    private void pause(long nanos) {
        pauses.add(Duration.ofNanos(nanos).toSeconds());
        now.addAndGet(nanos);
    }

    @Test
    void whoComesTooEarlyWaitsUntilAMinuteAfterTheFirst() {
        pass(ACME, READ, 1);
        now.addAndGet(Duration.ofSeconds(20).toNanos());
        pass(ACME, READ, 99);
        assertThat(pauses).isEmpty();

        pass(ACME, READ, 1);
        assertThat(pauses).containsExactly(40L);

        pass(ACME, READ, 1);
        assertThat(pauses).containsExactly(40L, 20L);
    }

    @Test
    void aWriteCostsFive() {
        pass(ACME, WRITE, 20);
        assertThat(pauses).isEmpty();

        pass(ACME, WRITE, 1);
        assertThat(pauses).containsExactly(60L);
    }

    @Test
    void oneInstallationDoesNotWaitForAnother() {
        pass(ACME, READ, 100);
        pass(Access.installation(8), READ, 100);

        assertThat(pauses).isEmpty();
    }

    @Test
    void manyRequestsLeaveHalfToPeople() {
        pass(ACME.inBackground(), READ, 49);
        pacer.awaitRoomForMany(ACME);
        assertThat(pauses).isEmpty();

        pass(ACME, READ, 1);
        pacer.awaitRoomForMany(ACME);
        assertThat(pauses).containsExactly(60L);
    }

    private void pass(Access access, HttpRequest request, int times) {
        for (int number = 0; number < times; number++) {
            pacer.pass(access, request);
        }
    }
}
