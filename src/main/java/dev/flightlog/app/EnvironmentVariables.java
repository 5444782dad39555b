package dev.flightlog.app;

import io.micronaut.context.env.EnvironmentPropertySource;
import io.micronaut.context.env.MapPropertySource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The environment's variables as Micronaut's properties, letter by letter. Micronaut's own source replaces {@code ${…}}
 * inside of values, which turns a password such as {@code p${HOME}x} into another one.
 */
public final class EnvironmentVariables extends MapPropertySource {
    /** Those that set something of this server, the framework's among them. */
    private static final List<String> OURS = List.of("FLIGHTLOG_", "MICRONAUT_", "DATASOURCES_", "ENDPOINTS_");

    /** What the JVM puts in the place of a byte that is no letter. */
    private static final char UNREADABLE = '\uFFFD';

    private static final String PUBLIC_URL = "FLIGHTLOG_PUBLIC_URL";
    /** A placeholder of a name that nobody sets, whose default is the letter that starts placeholders. */
    private static final String DOLLAR = "${flightlog.dollar-sign:`$`}";

    private EnvironmentVariables(Map<String, Object> values) {
        super(EnvironmentPropertySource.NAME, values);
    }

    public static EnvironmentVariables of(Map<String, String> environment) {
        Map<String, Object> values = new HashMap<>();
        environment.forEach((name, value) -> values.put(name, literally(trimmed(name, value))));
        ownAddress(values).ifPresent(url -> values.put(PUBLIC_URL, url));
        return new EnvironmentVariables(values);
    }

    /**
     * One line for each of our variables with letters that were lost: in the locale POSIX, which a container or a service has
     * where nobody sets one, the JVM reads ASCII only, and a password with other letters would just be wrong.
     */
    static List<String> unreadable(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(variable -> OURS.stream().anyMatch(variable.getKey()::startsWith))
                .filter(variable -> variable.getValue().indexOf(UNREADABLE) >= 0)
                .map(
                        variable -> variable.getKey()
                                + " holds letters that cannot be read in the locale of this process: start it with LC_ALL=C.UTF-8")
                .sorted()
                .toList();
    }

    /** Where nobody says how this server is reached, it is reached on this machine, at its own port. */
    private static Optional<String> ownAddress(Map<String, Object> values) {
        String port = String.valueOf(values.get("MICRONAUT_SERVER_PORT"));
        boolean unsaid = String.valueOf(values.getOrDefault(PUBLIC_URL, "")).isBlank();
        return unsaid && port.matches("[0-9]{1,5}") ? Optional.of("http://localhost:" + port) : Optional.empty();
    }

    /** A file's last line break becomes part of a Secret easily; none of our values begins or ends with white space. */
    private static String trimmed(String name, String value) {
        return OURS.stream().anyMatch(name::startsWith) ? value.strip() : value;
    }

    private static String literally(String value) {
        return value.replace("${", DOLLAR + "{");
    }

    @Override
    public PropertyConvention getConvention() {
        return PropertyConvention.ENVIRONMENT_VARIABLE;
    }

    @Override
    public int getOrder() {
        return EnvironmentPropertySource.POSITION;
    }
}
