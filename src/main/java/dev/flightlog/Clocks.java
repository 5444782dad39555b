package dev.flightlog;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The clock of the whole application; nobody else asks the system what time it is. */
@Factory
final class Clocks {
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }
}
