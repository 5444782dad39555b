package dev.flightlog.setup;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** In whose name the App is registered on GitHub. */
sealed interface AppOwner {
    /** Of an organization; only it can install the App. */
    record Organization(String login) implements AppOwner {
        private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?");

        public Organization {
            if (!LOGIN.matcher(login).matches()) {
                throw new IllegalArgumentException("login must be an organization's name, but is " + login);
            }
        }
    }

    /** Of the person's own account. */
    record Account() implements AppOwner {}

    /** Nothing when the form does not say which organization. */
    static Optional<AppOwner> of(String kind, String organization) {
        String login = organization.strip();
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "account" -> Optional.of(new Account());
            case "organization" ->
                Organization.LOGIN.matcher(login).matches() ? Optional.of(new Organization(login)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Where GitHub's form is, below its web address (github.md: Manifest). */
    default String path() {
        return switch (this) {
            case Organization(String login) -> "/organizations/" + login + "/settings/apps/new";
            case Account _ -> "/settings/apps/new";
        };
    }

    /** In words, after "in". */
    default String inWords() {
        return switch (this) {
            case Organization(String login) -> "the organization " + login;
            case Account _ -> "your own account";
        };
    }
}
