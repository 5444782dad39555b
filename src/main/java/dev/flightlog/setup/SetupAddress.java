package dev.flightlog.setup;

import dev.flightlog.database.DatabaseReady;
import dev.flightlog.settings.PublicUrl;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs where whoever started the server continues, once the database is ready: before that nothing can be set up. */
@Singleton
@Requires(condition = NotConfigured.class)
final class SetupAddress {
    private static final Logger LOG = LoggerFactory.getLogger(SetupAddress.class);

    private final PublicUrl address;
    private final SetupTickets tickets;

    SetupAddress(PublicUrl address, SetupTickets tickets) {
        this.address = address;
        this.tickets = tickets;
    }

    @EventListener
    void onDatabaseReady(DatabaseReady ready) {
        LOG.warn("no GitHub App is configured: open {}/setup?token={}", address.value(), tickets.token());
    }
}
