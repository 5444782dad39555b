package dev.flightlog.app;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.runtime.EmbeddedApplication;
import io.micronaut.runtime.Micronaut;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts the server, or runs one of the operator's commands ({@link OperatorCommand}). */
public final class Application {
    /** Beside the jobs' grace time, within the 30 seconds of Kubernetes. */
    private static final long LONGEST_DRAIN_SECONDS = 5;

    private Application() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        ApplicationContext context = Micronaut.build(arguments)
                .mainClass(Application.class)
                .banner(false)
                .properties(
                        Map.of("micronaut.otel.enabled", System.getenv().containsKey("OTEL_EXPORTER_OTLP_ENDPOINT")))
                .eagerInitSingletons(false)
                .build();
        Environment environment = context.getEnvironment().start();
        List<String> problems = Preflight.problems(environment);
        if (!problems.isEmpty()) {
            problems.forEach(problem -> System.err.println("flightlog: " + problem));
            return 78; // EX_CONFIG of sysexits.h
        }
        context.start();
        return OperatorCommand.of(arguments)
                .map(command -> command.run(context))
                .orElseGet(() -> serve(context));
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

    /** Answers the requests that are in before anything they need ends; who comes later finds nobody. */
    private static void stop(EmbeddedApplication<?> server) {
        if (server instanceof GracefulShutdownCapable requests) {
            requests.shutdownGracefully()
                    // A connection that was just being opened is not among those that the first closes.
                    .thenCompose(_ -> requests.shutdownGracefully())
                    .toCompletableFuture()
                    .completeOnTimeout(null, LONGEST_DRAIN_SECONDS, TimeUnit.SECONDS)
                    .join();
        }
        server.stop();
    }
}
