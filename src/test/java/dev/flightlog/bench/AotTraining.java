package dev.flightlog.bench;

import dev.flightlog.support.Postgres;
import java.nio.file.Path;
import java.util.Map;

/** Makes target/flightlog.aot for the JVM that runs this; part of {@code mvn verify}, and fails it when it cannot. */
final class AotTraining {
    private AotTraining() {}

    public static void main(String[] arguments) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder training =
                new ProcessBuilder(java, "src/main/docker/TrainAotCache.java", java, "target/flightlog.aot");
        training.environment().putAll(environment(Postgres.fresh()));
        System.exit(training.inheritIO().start().waitFor());
    }

    private static Map<String, String> environment(Postgres.Database database) {
        return Map.of(
                "FLIGHTLOG_DATABASE_URL", database.url(),
                "FLIGHTLOG_DATABASE_USERNAME", database.username(),
                "FLIGHTLOG_DATABASE_PASSWORD", database.password(),
                "MICRONAUT_SERVER_PORT", Integer.toString(Ports.free()),
                "FLIGHTLOG_MANAGEMENT_PORT", Integer.toString(Ports.free()));
    }
}
