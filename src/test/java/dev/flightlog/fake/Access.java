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

    /** A person's own token. */
    record Person() implements Access {}

    /** The App's OAuth client, by Basic authentication. */
    record Client() implements Access {}

    Access ANYONE = new Anyone();
    Access APP = new App();
    Access TOKEN = new Token();
    Access PERSON = new Person();
    Access CLIENT = new Client();

    static Access read(String... keys) {
        return new AnyOf(
                List.of(keys).stream().map(key -> new Permission(key, false)).toList());
    }

    static Access write(String... keys) {
        return new AnyOf(
                List.of(keys).stream().map(key -> new Permission(key, true)).toList());
    }
}
