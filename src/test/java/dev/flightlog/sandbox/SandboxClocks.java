package dev.flightlog.sandbox;

import dev.flightlog.app.Clocks;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Puts the clock of the sandbox in force, so that the desk can move it. */
@Factory
@Requires(beans = MovableClock.class)
final class SandboxClocks {
    @Primary
    @Singleton
    @Replaces(value = InstantSource.class, factory = Clocks.class)
    InstantSource clock(MovableClock clock) {
        return clock;
    }
}
