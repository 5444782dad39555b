package dev.flightlog.sandbox;

import dev.flightlog.app.Ports;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The ports of a sandbox, each with the one after it: for the server's metrics, and for the desk beside the simulated GitHub.
 *
 * @param problems one line for each that cannot be used; none when all can
 */
record SandboxPorts(int server, int github, List<String> problems) {
    private static final String SERVER = "SANDBOX_PORT";
    private static final String GITHUB = "SANDBOX_GITHUB_PORT";
    private static final int WRONG_CONFIGURATION = 78; // EX_CONFIG of sysexits.h
    private static final int HIGHEST = 65_534;

    /** Ends the program with one line for each port that cannot be used. */
    static SandboxPorts ofThisProgram() {
        SandboxPorts ports = of(System.getenv());
        if (!ports.problems.isEmpty()) {
            ports.problems.forEach(problem -> System.err.println("sandbox: " + problem));
            System.exit(WRONG_CONFIGURATION);
        }
        return ports;
    }

    static SandboxPorts of(Map<String, String> environment) {
        int server = port(environment.getOrDefault(SERVER, ""), 8080);
        int github = port(environment.getOrDefault(GITHUB, ""), 8090);
        return new SandboxPorts(
                server,
                github,
                Stream.concat(problems(SERVER, server).stream(), problems(GITHUB, github).stream())
                        .toList());
    }

    private static List<String> problems(String variable, int port) {
        return port == 0
                ? List.of(variable + " is wrong: it should be a port, 1 to " + HIGHEST)
                : Stream.of(
                                Ports.problem(variable, port),
                                Ports.problem(variable + " (and the port after it)", port + 1))
                        .filter(problem -> !problem.isEmpty())
                        .toList();
    }

    /** 0 for what is no port. */
    private static int port(String text, int usual) {
        String value = text.strip();
        if (value.isEmpty()) {
            return usual;
        }
        return value.matches("\\d{1,5}") && Integer.parseInt(value) <= HIGHEST ? Integer.parseInt(value) : 0;
    }
}
