package dev.flightlog.github;

/** What GitHub made of a sign-in's code. */
public sealed interface CodeExchange {
    /** GitHub answered with neither a token nor an error. */
    String NO_TOKEN = "no_token";

    /** The person's token. */
    record Token(UserToken token) implements CodeExchange {}

    /**
     * No token. GitHub says so with status 200.
     *
     * @param error GitHub's own word, such as {@code bad_verification_code}; {@link #NO_TOKEN} where it gave none
     * @see <a href="https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors">the
     *     words</a>
     */
    record Refused(String error) implements CodeExchange {}
}
