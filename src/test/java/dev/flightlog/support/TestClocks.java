package dev.flightlog.support;

import dev.flightlog.app.Clocks;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Puts the test's clock in force. */
@Factory
@Requires(beans = SettableClock.class)
final class TestClocks {
    @Primary
    @Singleton
    @Replaces(value = InstantSource.class, factory = Clocks.class)
    InstantSource clock(SettableClock clock) {
        return clock;
    }
}
