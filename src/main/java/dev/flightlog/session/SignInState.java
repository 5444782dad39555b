package dev.flightlog.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * What goes to GitHub with a sign-in and comes back with its answer. It is sealed with a secret that only the browser which
 * began has, in a cookie; so an answer that somebody else began is refused, no replica has to remember anything, and two tabs
 * may sign in at once.
 *
 * @param nonce makes each sign-in another one
 * @param until when an answer comes too late
 */
record SignInState(String nonce, Instant until, ReturnPath returnTo) {
    /** GitHub's code lives ten minutes, so an answer after that is worth nothing. */
    static final Duration LIFE = Duration.ofMinutes(10);

    static SignInState begin(ReturnPath returnTo, Instant now) {
        return new SignInState(Secret.random(), now.plus(LIFE), returnTo);
    }

    /** The text for GitHub. */
    String sealed(String browser) {
        return content() + "." + seal(browser);
    }

    /** PKCE's secret: 43 characters that follow from the browser's secret, so that it is stored nowhere. */
    String verifier(String browser) {
        return Secret.derived(browser, "verifier " + nonce);
    }

    /** The state that this browser sent to GitHub; nothing for a text that was made up, changed or another browser's. */
    static Optional<SignInState> open(String text, String browser) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4 || !parts[1].matches("\\d{1,12}")) {
            return Optional.empty();
        }
        SignInState state = new SignInState(
                parts[0], Instant.ofEpochSecond(Long.parseLong(parts[1])), ReturnPath.of(decoded(parts[2])));
        return Secret.same(state.sealed(browser), text) ? Optional.of(state) : Optional.empty();
    }

    boolean over(Instant now) {
        return !now.isBefore(until);
    }

    private String seal(String browser) {
        return Secret.derived(browser, "state " + content());
    }

    private String content() {
        return nonce + "." + until.getEpochSecond() + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(returnTo.path().getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "SignInState[***]";
    }
}
