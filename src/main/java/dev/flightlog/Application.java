package dev.flightlog;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.runtime.EmbeddedApplication;
import io.micronaut.runtime.Micronaut;
import java.util.List;
import java.util.Map;

/** Starts the server, or runs one of the operator's commands ({@link OperatorCommand}). */
public final class Application {
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
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
        server.start();
        try {
            main.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
