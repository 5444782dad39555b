package dev.flightlog.app;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.runtime.EmbeddedApplication;
import io.micronaut.runtime.Micronaut;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the server, or runs one of the operator's commands ({@link OperatorCommand}). */
public final class Application {
    /** Together with the jobs' grace time, less than the 30 seconds of Kubernetes. */
    private static final long MAX_DRAIN_SECONDS = 5;

    private static final int WRONG_CONFIGURATION = 78; // EX_CONFIG of sysexits.h

    /** Held, because the JDK forgets a logger and its level that nobody holds. */
    private static final Logger DRIVER_LOG = Logger.getLogger("org.postgresql");

    private Application() {}

    public static void main(String[] arguments) {
        // Postgres' driver asks for the machine's time zone by name, and not every Postgres knows every name.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        // It writes past our log, and what it says comes back in the exception.
        DRIVER_LOG.setLevel(Level.OFF);
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        Optional<String> asked = CommandLineHelp.of(arguments);
        if (asked.isPresent()) {
            System.out.println(asked.get());
            return 0;
        }
        List<String> unreadable = EnvironmentVariables.unreadable(System.getenv());
        if (!unreadable.isEmpty()) {
            return refuse(unreadable);
        }
        Optional<String> unreachable = network(System.getenv());
        if (unreachable.isPresent()) {
            return refuse(List.of(unreachable.get()));
        }
        Optional<OperatorCommand> command = OperatorCommand.of(arguments);
        ApplicationContext context = Micronaut.build(arguments)
                .mainClass(Application.class)
                .banner(false)
                .environmentPropertySource(false)
                .propertySources(EnvironmentVariables.of(System.getenv()))
                .properties(
                        Map.of("micronaut.otel.enabled", System.getenv().containsKey("OTEL_EXPORTER_OTLP_ENDPOINT")))
                .eagerInitSingletons(false)
                .build();
        Environment environment = context.getEnvironment().start();
        List<String> problems =
                command.isPresent() ? Preflight.problems(environment) : Preflight.problemsOfServer(environment);
        if (!problems.isEmpty()) {
            return refuse(problems);
        }
        context.start();
        return command.map(words -> words.runToEnd(context)).orElseGet(() -> serve(context));
    }

    private static int refuse(List<String> problems) {
        problems.forEach(problem -> System.err.println("flightlog: " + problem));
        return WRONG_CONFIGURATION;
    }

    /** Prepares the ways out of this process, before the first is opened. One line where that fails. */
    private static Optional<String> network(Map<String, String> environment) {
        String authorities = environment.get(OwnAuthorities.VARIABLE);
        Optional<String> problem = Proxies.problem(environment).or(() -> OwnAuthorities.problem(authorities));
        if (problem.isPresent()) {
            return problem;
        }
        Proxies.properties(environment).forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
        try {
            OwnAuthorities.trust(authorities);
            return Optional.empty();
        } catch (IOException | GeneralSecurityException unusable) {
            return Optional.of(OwnAuthorities.VARIABLE + " cannot be used: " + unusable.getMessage());
        }
    }

    private static int serve(ApplicationContext context) {
        EmbeddedApplication<?> server = context.getBean(EmbeddedApplication.class);
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
        server.start();
        try {
            main.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    /** Drains in-flight requests before closing the resources they use; later requests find no listener. */
    private static void stop(EmbeddedApplication<?> server) {
        if (server instanceof GracefulShutdownCapable requests) {
            requests.shutdownGracefully()
                    // A connection that was just being opened is not among those that the first closes.
                    .thenCompose(_ -> requests.shutdownGracefully())
                    .toCompletableFuture()
                    .completeOnTimeout(null, MAX_DRAIN_SECONDS, TimeUnit.SECONDS)
                    .join();
        }
        server.stop();
    }
}
