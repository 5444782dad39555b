package dev.flightlog.app;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What {@code --help} and {@code --version} print; needs no configuration and no database. */
public final class CommandLineHelp {
    private static final String UNKNOWN_VERSION = "development";

    private CommandLineHelp() {}

    /** The text that was asked for; empty when the arguments ask for something else. */
    public static Optional<String> of(String[] arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        List<String> words = Arrays.asList(arguments);
        if (first.equals("help") || words.contains("--help") || words.contains("-h")) {
            return Optional.of(help());
        }
        return first.equals("version") || words.contains("--version") || words.contains("-V")
                ? Optional.of("flightlog " + version())
                : Optional.empty();
    }

    /** Of the jar; {@code development} where the classes lie in a directory. */
    static String version() {
        return Optional.ofNullable(Application.class.getPackage().getImplementationVersion())
                .orElse(UNKNOWN_VERSION);
    }

    private static String help() {
        StringBuilder text = new StringBuilder("""
            Flightlog %s keeps the log of an organization's GitHub Copilot.

            java @src/main/jvm.options -jar flightlog.jar             starts the server
            java @src/main/jvm.options -jar flightlog.jar <command>   runs one command and ends:
            """.formatted(version()));
        Arrays.stream(OperatorCommand.Name.values())
                .forEach(name -> text.append("  %-42s %s%n".formatted(name.usage(), name.does())));
        return text.append("""
              --help, --version                          print this, or the version

            The environment configures it: FLIGHTLOG_DATABASE_URL, FLIGHTLOG_GITHUB_APP_ID and others (README.md).
            Exit status: 0 done, 1 failed, 64 wrong use, 78 wrong configuration.\
            """).toString();
    }
}
