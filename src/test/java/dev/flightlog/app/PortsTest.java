package dev.flightlog.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** A taken port is a line that names the variable. */
class PortsTest {
    @Test
    void namesTheVariableOfATakenPort() throws IOException {
        int port;
        try (ServerSocket other = new ServerSocket(0)) {
            port = other.getLocalPort();
            assertThat(Ports.problem("MICRONAUT_SERVER_PORT", port))
                    .startsWith("MICRONAUT_SERVER_PORT: port " + port + " is taken")
                    .endsWith("set MICRONAUT_SERVER_PORT to a free port");
        }
        assertThat(Ports.problem("MICRONAUT_SERVER_PORT", port)).isEmpty();
    }

    @Test
    void aPortThatTheSystemChoosesIsFree() {
        assertThat(Ports.problem("MICRONAUT_SERVER_PORT", -1)).isEmpty();
        assertThat(Ports.problem("MICRONAUT_SERVER_PORT", 0)).isEmpty();
    }
}
