package dev.flightlog.fake;

import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Person;

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

    /** A person with their own token of the App. */
    record OfPerson(Person person) implements Caller {}

    /** The App's OAuth client with its id and secret. */
    record TheClient() implements Caller {}

    /** A token that is wrong, unknown or expired. */
    record Unknown(String why) implements Caller {}
}
