package dev.flightlog.session;

import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.github.CodeExchange;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.OwnMembership;
import dev.flightlog.github.Person;
import dev.flightlog.github.SignIn;
import dev.flightlog.github.UserToken;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.settings.PublicUrl;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs people in with GitHub. The person's token lives for the few calls that say who it is and where they belong,
 * then it is ended at GitHub; it is stored nowhere.
 */
@Singleton
public class SignInFlow {
    private static final Logger LOG = LoggerFactory.getLogger(SignInFlow.class);
    private static final Set<String> BAD_CODE = Set.of("bad_verification_code", "invalid_grant");
    /** Each costs a call while the person waits. */
    private static final int MAX_ORGANIZATIONS_ASKED = 50;

    private final SignIn github;
    private final OrganizationStore organizations;
    private final DirectoryStore directory;
    private final Sessions sessions;
    private final PublicUrl address;
    private final InstantSource clock;

    SignInFlow(
            SignIn github,
            OrganizationStore organizations,
            DirectoryStore directory,
            Sessions sessions,
            PublicUrl address,
            InstantSource clock) {
        this.github = github;
        this.organizations = organizations;
        this.directory = directory;
        this.sessions = sessions;
        this.address = address;
        this.clock = clock;
    }

    /** Whether people can sign in: the server knows the App's client id and secret. */
    public boolean open() {
        return github.configured();
    }

    /** A secret for a browser that has none yet; a cookie keeps it for ten minutes. */
    public String newBrowser() {
        return Secret.random();
    }

    /**
     * Where the browser goes to sign in.
     *
     * @param browser the secret in the browser's cookie
     * @param returnTo the page to come back to; anything but a path of our pages counts as the start
     */
    public URI begin(String browser, @Nullable String returnTo, SignIn.Account account) {
        SignInState state = SignInState.begin(ReturnPath.of(returnTo), clock.instant());
        return github.authorizeUrl(state.sealed(browser), state.verifier(browser), callback(), account);
    }

    /**
     * Takes GitHub's answer.
     *
     * @param browser the secret in the browser's cookie; empty where there is none
     */
    public SignInResult finish(SignInAnswer answer, String browser, String userAgent) {
        if (!open()) {
            return refused(new SignInRefusal.SwitchedOff());
        }
        SignInState state = browser.isEmpty()
                ? null
                : SignInState.open(answer.state(), browser).orElse(null);
        if (state == null) {
            return refused(new SignInRefusal.UnknownState());
        }
        if (state.over(clock.instant())) {
            return refused(new SignInRefusal.TooLate());
        }
        if (!answer.error().isEmpty()) {
            return refused(
                    answer.error().equals("access_denied")
                            ? new SignInRefusal.Denied()
                            : new SignInRefusal.WrongSettings(printable(answer.error())));
        }
        if (answer.code().isEmpty()) {
            return refused(new SignInRefusal.CodeRefused());
        }
        try {
            return switch (github.exchange(answer.code(), state.verifier(browser), callback())) {
                case CodeExchange.Token(UserToken token) -> signIn(token, state.returnTo(), userAgent);
                case CodeExchange.Refused(String error) -> refused(refusal(error));
            };
        } catch (GitHubException away) {
            LOG.warn("a sign-in failed: {}", away.getMessage());
            return refused(new SignInRefusal.GitHubAway());
        }
    }

    private SignInResult signIn(UserToken token, ReturnPath returnTo, String userAgent) {
        try {
            Person person = github.whoIs(token);
            List<Asked> asked = candidates(person).stream()
                    .map(organization -> new Asked(organization, github.membership(token, organization.login())))
                    .toList();
            List<Long> confirmed = asked.stream()
                    .filter(each -> each.membership() instanceof OwnMembership.Active)
                    .map(each -> each.organization().id())
                    .toList();
            return confirmed.isEmpty()
                    ? refused(best(person, asked))
                    : new SignInResult.Done(
                            sessions.start(person.id(), person.login(), confirmed, userAgent), returnTo.path());
        } finally {
            throwAway(token);
        }
    }

    /** Those first that know the person as a member. */
    private List<Organization> candidates(Person person) {
        return organizations.active().stream()
                .sorted(Comparator.comparing(organization -> !knows(organization, person)))
                .limit(MAX_ORGANIZATIONS_ASKED)
                .toList();
    }

    private boolean knows(Organization organization, Person person) {
        dev.flightlog.directory.Person known = directory.personById(organization.id(), person.id());
        return known != null && known.member();
    }

    /** The one that helps most. An organization is named only to its members and to people it has invited. */
    private SignInRefusal best(Person person, List<Asked> asked) {
        List<SignInRefusal> refusals = new ArrayList<>();
        for (Asked each : asked) {
            Organization organization = each.organization();
            String login = organization.login();
            switch (each.membership()) {
                case OwnMembership.Pending _ ->
                    refusals.add(new SignInRefusal.Invited(login, web("/orgs/" + login + "/invitation")));
                case OwnMembership.SingleSignOn(URI url)
                when knows(organization, person) ->
                    refusals.add(
                            new SignInRefusal.SingleSignOn(login, url == null ? web("/orgs/" + login + "/sso") : url));
                case OwnMembership.Blocked _
                when knows(organization, person) ->
                    refusals.add(new SignInRefusal.Blocked(
                            login, web("/organizations/" + login + "/settings/installations")));
                case OwnMembership.SingleSignOn _,
                        OwnMembership.Blocked _,
                        OwnMembership.None _,
                        OwnMembership.Active _ -> {}
            }
        }
        return refusals.stream().min(Comparator.comparingInt(SignInFlow::rank)).orElseGet(SignInRefusal.Outsider::new);
    }

    private static int rank(SignInRefusal refusal) {
        return switch (refusal) {
            case SignInRefusal.SingleSignOn _ -> 0;
            case SignInRefusal.Blocked _ -> 1;
            default -> 2;
        };
    }

    private URI web(String path) {
        return URI.create(github.webUrl() + path);
    }

    private void throwAway(UserToken token) {
        try {
            github.revoke(token);
        } catch (GitHubException kept) {
            LOG.warn(
                    "a user token could not be ended at GitHub; it ends by itself within 8 hours: {}",
                    kept.getMessage());
        }
    }

    private static SignInRefusal refusal(String error) {
        LOG.info("GitHub refused a sign-in's code: {}", printable(error));
        if (error.equals(CodeExchange.NO_TOKEN)) {
            return new SignInRefusal.GitHubAway();
        }
        return BAD_CODE.contains(error)
                ? new SignInRefusal.CodeRefused()
                : new SignInRefusal.WrongSettings(printable(error));
    }

    /** The word comes from outside: it must not write a line of its own into the log or a page. */
    private static String printable(String error) {
        String plain = error.replaceAll("[^A-Za-z0-9_. -]", "");
        return plain.length() > 60 ? plain.substring(0, 60) : plain;
    }

    private static SignInResult refused(SignInRefusal refusal) {
        return new SignInResult.Refused(refusal);
    }

    private record Asked(Organization organization, OwnMembership membership) {}

    /** Where GitHub sends people back to after they authorized the App. */
    private URI callback() {
        return URI.create(address.value() + "/login/callback");
    }
}
