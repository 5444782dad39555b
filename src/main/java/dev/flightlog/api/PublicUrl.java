package dev.flightlog.api;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;

/** Addresses as callers reach them, also behind a proxy. */
@Singleton
public class PublicUrl {
    private final String base;

    PublicUrl(@Value("${flightlog.public-url}") String base) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** Of this server, without a slash at its end. */
    public String value() {
        return base;
    }

    /** The address that was asked for. */
    public URI of(HttpRequest<?> request) {
        return URI.create(base + request.getUri());
    }

    /** The address of an organization in the API. */
    String ofOrganization(String login) {
        return base + "/api/orgs/" + login;
    }
}
