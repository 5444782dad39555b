package dev.flightlog.github;

/**
 * A person's own token, as sign-in gives it: used to learn who it is, then thrown away. Never stored, never logged.
 *
 * @param value the token itself
 */
public record UserToken(String value) {
    public UserToken {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an empty token");
        }
    }

    @Override
    public String toString() {
        return "UserToken[***]";
    }
}
