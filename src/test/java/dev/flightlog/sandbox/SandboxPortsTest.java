package dev.flightlog.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A port that cannot be used is one line and no stack trace, in the sandbox and in the rehearsal. */
class SandboxPortsTest {
    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "-1", "65535", "80 80"})
    void whatIsNoPortIsSaid(String wrong) {
        assertThat(SandboxPorts.of(Map.of("SANDBOX_PORT", wrong)).problems())
                .contains("SANDBOX_PORT is wrong: it should be a port, 1 to 65534");
    }

    @ParameterizedTest
    @ValueSource(classes = {Sandbox.class, Rehearsal.class})
    void theProgramEndsWithOneLineForATakenPort(Class<?> program) throws IOException, InterruptedException {
        try (ServerSocket other = new ServerSocket(0)) {
            String said = start(program, Integer.toString(other.getLocalPort()));

            assertThat(said.lines())
                    .filteredOn(line -> line.startsWith("sandbox: SANDBOX_GITHUB_PORT"))
                    .isNotEmpty()
                    .first()
                    .asString()
                    .contains("port " + other.getLocalPort() + " is taken");
            assertThat(said).doesNotContain("\tat ");
        }
    }

    @Test
    void theProgramEndsWithOneLineForAWordAsPort() throws IOException, InterruptedException {
        assertThat(start(Rehearsal.class, "abc"))
                .contains("sandbox: SANDBOX_GITHUB_PORT is wrong: it should be a port, 1 to 65534")
                .doesNotContain("\tat ");
    }

    private static String start(Class<?> program, String githubPort) throws IOException, InterruptedException {
        ProcessBuilder start = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                System.getProperty("java.class.path"),
                program.getName());
        start.environment().put("SANDBOX_GITHUB_PORT", githubPort);
        Process process = start.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(78);
        return said;
    }
}
