package dev.flightlog.app;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The clock of the whole application; nobody else asks the system what time it is. */
@Factory
public final class Clocks {
    /** Micronaut has one of its own; this one is in force. */
    @Primary
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }
}
