package dev.flightlog.app;

import dev.flightlog.database.DatabaseReady;
import dev.flightlog.settings.PublicUrl;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;

/** Stores at each start where this server is reached, for the links in analysts' views. */
@Singleton
class PublicAddress {
    private final PublicAddressStore store;
    private final PublicUrl address;

    PublicAddress(PublicAddressStore store, PublicUrl address) {
        this.store = store;
        this.address = address;
    }

    @EventListener
    void onReady(DatabaseReady ready) {
        store.remember(address.value());
    }
}
