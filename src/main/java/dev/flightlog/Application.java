package dev.flightlog;

import io.micronaut.runtime.Micronaut;

/** Starts the server. */
public final class Application {
    private Application() {}

    public static void main(String[] arguments) {
        Micronaut.run(Application.class, arguments);
    }
}
