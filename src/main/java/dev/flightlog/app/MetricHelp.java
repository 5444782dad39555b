package dev.flightlog.app;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.util.Map;

/** Gives every metric its help text in one place: counters are made where they count, and only by name. */
@Singleton
final class MetricHelp implements MeterFilter {
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("flightlog.commands", "slash commands, by how they ended"),
            Map.entry("flightlog.deliveries", "webhook deliveries, by event and what became of them"),
            Map.entry("flightlog.github.requests", "requests to GitHub's API, by class of the status"),
            Map.entry("flightlog.jobs", "attempts of jobs, by how they ended"),
            Map.entry("flightlog.posts", "texts for GitHub, by what became of them"),
            Map.entry("flightlog.rate.limited", "requests that GitHub's rate limit put off"),
            Map.entry("http.server.requests", "requests to this server, by path, method and status"),
            Map.entry("http.client.requests", "requests of Micronaut's own client"),
            Map.entry("executor", "tasks of a thread pool"),
            Map.entry("logback.events", "lines in the log, by level"),
            Map.entry("hikaricp.connections", "connections to Postgres that are open"));

    @Override
    public Meter.Id map(Meter.Id id) {
        String description = id.getDescription();
        if (description != null && !description.isBlank()) {
            return id;
        }
        return new Meter.Id(
                id.getName(),
                io.micrometer.core.instrument.Tags.of(id.getTagsAsIterable()),
                id.getBaseUnit(),
                TEXTS.getOrDefault(id.getName(), id.getName().replace('.', ' ')),
                id.getType());
    }
}
