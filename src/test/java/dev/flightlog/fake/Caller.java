package dev.flightlog.fake;

import dev.flightlog.fake.model.Installation;

/** Who sent a request, as its Authorization header proves. */
public sealed interface Caller {
    /** No Authorization header. */
    record Nobody() implements Caller {}

    /** The App with its JWT. */
    record TheApp() implements Caller {}

    /** An installation with its token. */
    record OfInstallation(Tokens.Grant grant) implements Caller {
        Installation installation() {
            return grant.installation();
        }
    }

    /** A token that is wrong, unknown or expired. */
    record Unknown(String why) implements Caller {}
}
