package dev.flightlog.session;

/** What came of making an access token. */
public sealed interface TokenMade {
    /**
     * It is there.
     *
     * @param text the token itself: shown once, stored nowhere
     */
    record Made(AccessToken token, String text) implements TokenMade {
        @Override
        public String toString() {
            return "Made[" + token.name() + ", text=***]";
        }
    }

    /** The name is empty, longer than 60 characters, or has control characters. */
    record BadName() implements TokenMade {}

    /** Not 1 to 90 days. */
    record BadDays() implements TokenMade {}

    /** The person has ten live tokens. */
    record TooMany() implements TokenMade {}
}
