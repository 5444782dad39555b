package dev.flightlog.session;

/**
 * What GitHub sent the browser back with; empty where it is missing.
 *
 * @param code to be exchanged, once and within ten minutes
 * @param state what went to GitHub
 * @param error GitHub's word instead of a code, such as {@code access_denied}
 */
public record SignInAnswer(String code, String state, String error) {
    @Override
    public String toString() {
        return "SignInAnswer[***]";
    }
}
