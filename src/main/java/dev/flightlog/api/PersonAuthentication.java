package dev.flightlog.api;

import dev.flightlog.session.AccessToken;
import io.micronaut.security.authentication.Authentication;
import java.util.Map;

/** Who asks with an access token. A type of its own, so that no claim of another issuer's token can pass for it. */
final class PersonAuthentication implements Authentication {
    private static final long serialVersionUID = 1L;

    private final transient AccessToken token;

    PersonAuthentication(AccessToken token) {
        this.token = token;
    }

    AccessToken token() {
        return token;
    }

    @Override
    public String getName() {
        return token.login();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }
}
