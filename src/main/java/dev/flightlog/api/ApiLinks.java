package dev.flightlog.api;

import dev.flightlog.settings.PublicUrl;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;

/** Addresses of the API as its callers reach them, for links in answers. */
@Singleton
public class ApiLinks {
    private final PublicUrl server;

    ApiLinks(PublicUrl server) {
        this.server = server;
    }

    /** The address that was asked for. */
    public URI of(HttpRequest<?> request) {
        return URI.create(server.value() + request.getUri());
    }

    /** The address of an organization in the API. */
    String ofOrganization(String login) {
        return server.value() + "/api/orgs/" + login;
    }
}
