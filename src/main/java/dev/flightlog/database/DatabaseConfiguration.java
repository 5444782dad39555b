package dev.flightlog.database;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * What the schema needs to know of this server.
 *
 * @param publicUrl address that views for analysts link to
 */
@ConfigurationProperties("flightlog")
public record DatabaseConfiguration(
        @Bindable(defaultValue = "http://localhost:8080") String publicUrl) {}
