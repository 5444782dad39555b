package dev.flightlog;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.time.InstantSourceFactory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The clock of the whole application; nobody else asks the system what time it is. */
@Factory
final class Clocks {
    /** Micronaut has one of its own, and two would be none. */
    @Singleton
    @Replaces(bean = InstantSource.class, factory = InstantSourceFactory.class)
    InstantSource clock() {
        return InstantSource.system();
    }
}
