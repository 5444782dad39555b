package dev.flightlog.setup;

import dev.flightlog.database.DatabaseReady;
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

    private final SetupConfiguration configuration;
    private final SetupTickets tickets;

    SetupAddress(SetupConfiguration configuration, SetupTickets tickets) {
        this.configuration = configuration;
        this.tickets = tickets;
    }

    @EventListener
    void onDatabaseReady(DatabaseReady ready) {
        LOG.warn("no GitHub App is configured: open {}/setup?token={}", configuration.publicUrl(), tickets.token());
    }
}
