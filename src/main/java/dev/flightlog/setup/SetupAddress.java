package dev.flightlog.setup;

import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs where whoever started the server continues. */
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
    void onStartup(ServerStartupEvent started) {
        LOG.warn("no GitHub App is configured: open {}/setup?token={}", configuration.publicUrl(), tickets.token());
    }
}
