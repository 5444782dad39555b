package dev.flightlog.app;

import dev.flightlog.database.DatabaseConfiguration;
import dev.flightlog.database.DatabaseReady;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;

/** Stores at each start where this server is reached, for the links in analysts' views. */
@Singleton
class PublicAddress {
    private final PublicAddressStore store;
    private final DatabaseConfiguration configuration;

    PublicAddress(PublicAddressStore store, DatabaseConfiguration configuration) {
        this.store = store;
        this.configuration = configuration;
    }

    @EventListener
    void onReady(DatabaseReady ready) {
        String url = configuration.publicUrl();
        store.remember(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }
}
