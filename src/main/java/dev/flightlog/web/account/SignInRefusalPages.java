package dev.flightlog.web.account;

import dev.flightlog.session.SignInRefusal;
import dev.flightlog.web.account.SignInRefusedPage.Way;
import io.micronaut.http.HttpStatus;
import java.util.List;

/** Words and next step for each way in which a sign-in fails. */
final class SignInRefusalPages {
    private static final Way AGAIN = new Way("Sign in again", "/login");
    private static final Way OTHER_ACCOUNT = new Way("Use another account", "/login?account=other");

    private SignInRefusalPages() {}

    static SignInRefusedPage page(SignInRefusal refusal) {
        return switch (refusal) {
            case SignInRefusal.SwitchedOff _ ->
                page(
                        "Sign-in is switched off",
                        "This server does not know the client ID and secret of its GitHub App. Its operator sets"
                                + " FLIGHTLOG_GITHUB_CLIENT_ID and FLIGHTLOG_GITHUB_CLIENT_SECRET and restarts it.");
            case SignInRefusal.Denied _ ->
                page(
                        "You said no on GitHub",
                        "Nothing happened. To sign in, allow Flightlog on GitHub's page to learn who you are: it reads"
                                + " your name and which organizations of this server you belong to, once, and keeps no"
                                + " token.",
                        AGAIN,
                        OTHER_ACCOUNT);
            case SignInRefusal.UnknownState _ ->
                page(
                        "This answer belongs to another sign-in",
                        "The sign-in was begun in another browser or too long ago, its answer was used already, or"
                                + " this browser keeps no cookies. You are not signed in. Begin again here, with cookies"
                                + " allowed.",
                        AGAIN);
            case SignInRefusal.TooLate _ ->
                page(
                        "This took too long",
                        "More than ten minutes passed since you began to sign in, and GitHub's answer is no longer"
                                + " good. Begin again.",
                        AGAIN);
            case SignInRefusal.CodeRefused _ ->
                page(
                        "GitHub does not take this answer any more",
                        "An answer works once and for ten minutes. You may have reloaded the page or gone back to it."
                                + " Begin again.",
                        AGAIN);
            case SignInRefusal.WrongSettings(String error) ->
                page(
                        "This server and its GitHub App do not fit together",
                        "GitHub says “" + error + "”. You cannot fix that; contact the operator of this server.",
                        "Operators: incorrect_client_credentials means that client ID or secret are not the App's;"
                                + " redirect_uri_mismatch that FLIGHTLOG_PUBLIC_URL with /login/callback is not among the"
                                + " App's callback URLs, character by character; application_suspended that GitHub"
                                + " suspended the App.",
                        AGAIN);
            case SignInRefusal.GitHubAway _ ->
                page(
                        "GitHub does not answer",
                        "Whether you may come in cannot be found out now. Try again in a minute; githubstatus.com says"
                                + " whether GitHub has trouble.",
                        AGAIN);
            case SignInRefusal.Outsider _ ->
                page(
                        "You are not a member of an organization that uses this server",
                        "Are you signed in to GitHub with another account than the one your organization knows? Then"
                                + " choose the right one. If your organization uses SAML single sign-on, start its session"
                                + " on GitHub first, then sign in here again.",
                        OTHER_ACCOUNT,
                        AGAIN);
            case SignInRefusal.Invited invited ->
                page(
                        "Accept your invitation first",
                        "You were invited to " + invited.organization()
                                + " and have not accepted yet. Accept on GitHub, then sign in here again.",
                        new Way(
                                "Accept the invitation on GitHub",
                                invited.invitation().toString()),
                        AGAIN,
                        OTHER_ACCOUNT);
            case SignInRefusal.SingleSignOn sso ->
                page(
                        sso.organization() + " asks for single sign-on first",
                        "Start the SAML session of " + sso.organization()
                                + " on GitHub, then sign in here again: without it GitHub does not say who you are"
                                + " there.",
                        new Way("Start single sign-on on GitHub", sso.url().toString()),
                        AGAIN,
                        OTHER_ACCOUNT);
            case SignInRefusal.Blocked blocked ->
                page(
                        blocked.organization() + " does not let Flightlog in for people",
                        "GitHub refuses to say whether you are a member, because the organization restricts this App"
                                + " or the addresses from which it may be reached. An owner can change that in the"
                                + " organization's settings; ask one.",
                        new Way(
                                "The organization's settings, for owners",
                                blocked.settings().toString()),
                        AGAIN,
                        OTHER_ACCOUNT);
        };
    }

    /** 403 where the person is refused, 400 where the answer is wrong, 502 and 503 where others fail. */
    static HttpStatus status(SignInRefusal refusal) {
        return switch (refusal) {
            case SignInRefusal.Denied _,
                    SignInRefusal.Outsider _,
                    SignInRefusal.Invited _,
                    SignInRefusal.SingleSignOn _,
                    SignInRefusal.Blocked _ -> HttpStatus.FORBIDDEN;
            case SignInRefusal.UnknownState _, SignInRefusal.TooLate _, SignInRefusal.CodeRefused _ ->
                HttpStatus.BAD_REQUEST;
            case SignInRefusal.WrongSettings _, SignInRefusal.GitHubAway _ -> HttpStatus.BAD_GATEWAY;
            case SignInRefusal.SwitchedOff _ -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private static SignInRefusedPage page(String title, String words, Way... ways) {
        return new SignInRefusedPage(title, List.of(words), List.of(ways));
    }

    private static SignInRefusedPage page(String title, String words, String more, Way... ways) {
        return new SignInRefusedPage(title, List.of(words, more), List.of(ways));
    }
}
