package dev.flightlog.sandbox;

import dev.flightlog.database.DatabaseReady;
import io.micronaut.context.event.ApplicationEventListener;
import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;

/** Tells when the schema is up to date, so that the first webhook is not sent too early. */
@Singleton
final class Ready implements ApplicationEventListener<DatabaseReady> {
    private final CountDownLatch ready = new CountDownLatch(1);

    @Override
    public void onApplicationEvent(DatabaseReady event) {
        ready.countDown();
    }

    void await() throws InterruptedException {
        ready.await();
    }
}
