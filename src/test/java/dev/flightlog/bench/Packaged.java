package dev.flightlog.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How a measured process is started: as the server is in production, from its jar with its AOT cache. */
final class Packaged {
    private static final Path JAR = Path.of("target", "flightlog.jar");

    private Packaged() {}

    /**
     * The command up to the name of the main class, which may be one of the benchmarks' own. The cache was made for the jar
     * and still fits with something behind it.
     */
    static List<String> java() {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "@src/main/jvm.options",
                "-Dlogback.configurationFile=logback-bench.xml"));
        Arrays.stream(System.getProperty("bench.flags", "").split(" "))
                .filter(flag -> !flag.isEmpty())
                .forEach(command::add);
        command.addAll(List.of("-classpath", jar() + File.pathSeparator + Path.of("target", "test-classes")));
        return command;
    }

    /** The jar that the build made. */
    static Path jar() {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is missing: run mvn verify first");
        }
        return JAR;
    }
}
