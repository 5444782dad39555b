package dev.flightlog.github.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightlog.github.GitHubException;
import dev.flightlog.support.LogLines;
import dev.flightlog.support.SettableClock;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutagesTest {
    private static final String HOST = "api.github.com";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final Outages outages = new Outages(clock);

    @Test
    void eachCauseAndTheEndAreToldOnce() {
        try (LogLines log = LogLines.of(Outages.class)) {
            for (int request = 0; request < 5; request++) {
                unreached(new UnknownHostException(HOST));
            }
            unreached(new ConnectException("refused"));
            unreached(new UnknownHostException(HOST));
            clock.advance(Duration.ofMinutes(40));
            outages.answered(HOST);
            outages.answered(HOST);

            assertThat(log.lines())
                    .containsExactly(
                            "WARN no answer from GitHub: api.github.com has no address here; look at DNS, or set"
                                    + " HTTPS_PROXY. Jobs wait, lose no attempt, and go on by themselves when it answers",
                            "WARN no answer from GitHub: api.github.com cannot be reached; look at the firewall and at"
                                    + " HTTPS_PROXY. Jobs wait, lose no attempt, and go on by themselves when it answers",
                            "INFO api.github.com answers again, after 40 min: what waited goes on");
        }
    }

    @Test
    void oneRequestThatBreaksOffIsNoOutage() {
        assertThat(unreached(new ConnectException("refused")).outage()).isFalse();
        outages.answered(HOST);
        assertThat(unreached(new ConnectException("refused")).outage()).isFalse();
        assertThat(unreached(new ConnectException("refused")).outage()).isTrue();
    }

    @Test
    void serversErrorsAreAnOutageWhenDifferentRequestsMeetThemForAWhile() {
        assertThat(failed("GET /a").outage()).isFalse();
        assertThat(failed("GET /b").outage()).as("reports in the making").isFalse();
        clock.advance(Duration.ofSeconds(30));
        assertThat(failed("GET /b").outage()).isTrue();
        outages.answered(HOST);
        for (int attempt = 0; attempt < 9; attempt++) {
            clock.advance(Duration.ofMinutes(1));
            assertThat(failed("GET /a").outage()).as("one request").isFalse();
        }
    }

    @Test
    void whileItLastsOneRequestAtATimeFindsOut() {
        unreached(new ConnectException("refused"));
        unreached(new ConnectException("refused"));

        outages.pass(HOST, "GET /first");
        assertThatThrownBy(() -> outages.pass(HOST, "GET /second"))
                .isInstanceOfSatisfying(
                        GitHubException.class,
                        refused -> assertThat(refused.outage()).isTrue())
                .hasMessageContaining("GET /second: no answer (api.github.com cannot be reached");
        assertThatCode(() -> outages.pass("another.host", "GET /third")).doesNotThrowAnyException();
        outages.abandoned(HOST);
        outages.pass(HOST, "GET /fourth");
        outages.answered(HOST);
        outages.pass(HOST, "GET /fifth");
        assertThatCode(() -> outages.pass(HOST, "GET /sixth")).doesNotThrowAnyException();
    }

    private GitHubException unreached(Exception why) {
        return outages.unanswered(HOST, "GET /orgs/acme", Unanswered.of(HOST, why));
    }

    private GitHubException failed(String request) {
        return outages.unanswered(HOST, request, new Unanswered.Failed(HOST, 503));
    }
}
