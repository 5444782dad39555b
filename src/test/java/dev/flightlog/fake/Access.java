package dev.flightlog.fake;

import java.util.List;

/** Who may call an endpoint. */
sealed interface Access {
    /** Anybody, also without a token. */
    record Anyone() implements Access {}

    /** The App itself, with its JWT. */
    record App() implements Access {}

    /** An installation token, whatever it may do. */
    record Token() implements Access {}

    /** An installation token with one of these permissions. */
    record AnyOf(List<Permission> permissions) implements Access {}

    Access ANYONE = new Anyone();
    Access APP = new App();
    Access TOKEN = new Token();

    static Access read(String... keys) {
        return new AnyOf(
                List.of(keys).stream().map(key -> new Permission(key, false)).toList());
    }

    static Access write(String... keys) {
        return new AnyOf(
                List.of(keys).stream().map(key -> new Permission(key, true)).toList());
    }
}
