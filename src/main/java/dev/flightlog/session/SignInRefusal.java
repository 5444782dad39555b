package dev.flightlog.session;

import java.net.URI;

/** Why somebody was not signed in. Each has a page with words and a next step. */
public sealed interface SignInRefusal {
    /** Sign-in is not switched on: the server has no client id and secret. */
    record SwitchedOff() implements SignInRefusal {}

    /** The person said no on GitHub's page. */
    record Denied() implements SignInRefusal {}

    /**
     * GitHub's answer does not belong to a sign-in that this browser began: an old tab, another browser, or an attack.
     */
    record UnknownState() implements SignInRefusal {}

    /** More than ten minutes passed between the beginning and GitHub's answer. */
    record TooLate() implements SignInRefusal {}

    /** GitHub does not take the code: it was used already, or is too old. */
    record CodeRefused() implements SignInRefusal {}

    /**
     * The App's settings do not fit this server's. Only an operator can mend that.
     *
     * @param error GitHub's word for it
     */
    record WrongSettings(String error) implements SignInRefusal {}

    /** GitHub does not answer, or not as it should. */
    record GitHubAway() implements SignInRefusal {}

    /** The person is in no organization that uses this server. */
    record Outsider() implements SignInRefusal {}

    /**
     * The person was invited and has not accepted yet.
     *
     * @param organization its name, which the invitation shows too
     * @param invitation where to accept it
     */
    record Invited(String organization, URI invitation) implements SignInRefusal {}

    /**
     * The organization wants its own sign-in first (SAML).
     *
     * @param organization its name: shown to members only
     * @param url where to do that
     */
    record SingleSignOn(String organization, URI url) implements SignInRefusal {}

    /**
     * The organization does not let people's tokens of this App in.
     *
     * @param organization its name: shown to members only
     * @param settings where an owner can change that
     */
    record Blocked(String organization, URI settings) implements SignInRefusal {}
}
