package dev.flightlog.github;

/** In whose name a request is sent, and whether a person waits for it. */
public sealed interface Access {
    /** The app itself, by its JWT: installations, deliveries. */
    record App() implements Access {}

    /**
     * One installation, by its token.
     *
     * @param background leaves a third of the hourly budget to people's commands
     */
    record Installation(long id, boolean background) implements Access {
        public Installation inBackground() {
            return new Installation(id, true);
        }
    }

    /** Nobody: only the conversion of a manifest code. */
    record Anonymous() implements Access {}

    static Installation installation(long id) {
        return new Installation(id, false);
    }
}
