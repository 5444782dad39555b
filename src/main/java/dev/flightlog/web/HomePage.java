package dev.flightlog.web;

import java.util.List;

/** What {@code /} shows. */
public sealed interface HomePage extends Page {
    /** For a visitor who is not signed in. */
    record SignedOut(SignIn signIn) implements HomePage {
        @Override
        public String template() {
            return "signed-out.jte";
        }
    }

    /** Whether people can sign in, and why not. */
    enum SignIn {
        ON,
        /** Without client ID and secret. */
        OFF,
        /** The server is in setup mode: it has no App at all. */
        NO_APP
    }

    /**
     * For a person in several organizations, or in none.
     *
     * @param portfolio whether the person is an admin of two or more
     */
    record Organizations(List<Choice> organizations, boolean portfolio) implements HomePage {
        public Organizations {
            organizations = List.copyOf(organizations);
        }

        @Override
        public String template() {
            return "organizations.jte";
        }
    }

    /**
     * One of a person's organizations.
     *
     * @param role in words: admin or member
     */
    record Choice(String login, String role) {}
}
