package dev.flightlog.web.account;

import dev.flightlog.command.CommandLogStore;
import dev.flightlog.command.Outcome;
import dev.flightlog.github.GitHubException;
import dev.flightlog.governance.Role;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.session.AccessToken;
import dev.flightlog.session.AccessTokens;
import dev.flightlog.session.Cookies;
import dev.flightlog.session.Session;
import dev.flightlog.session.SessionHash;
import dev.flightlog.session.Sessions;
import dev.flightlog.session.SignedIn;
import dev.flightlog.session.TokenMade;
import dev.flightlog.session.VisibleOrganization;
import dev.flightlog.session.VisibleOrganizations;
import dev.flightlog.settings.PublicUrl;
import dev.flightlog.web.Frame;
import dev.flightlog.web.Html;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /account}: sessions, to be ended, and access tokens for the API, to be made and revoked. */
@Hidden
@Controller("/account")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class AccountController {
    private static final URI ACCOUNT = URI.create("/account");

    private final Sessions sessions;
    private final AccessTokens tokens;
    private final VisibleOrganizations visible;
    private final OrganizationStore organizations;
    private final CommandLogStore audit;
    private final Cookies cookies;
    private final Html html;
    private final InstantSource clock;
    private final String publicUrl;

    AccountController(
            Sessions sessions,
            AccessTokens tokens,
            VisibleOrganizations visible,
            OrganizationStore organizations,
            CommandLogStore audit,
            Cookies cookies,
            Html html,
            InstantSource clock,
            PublicUrl address) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.visible = visible;
        this.organizations = organizations;
        this.audit = audit;
        this.cookies = cookies;
        this.html = html;
        this.clock = clock;
        this.publicUrl = address.value();
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> account(SignedIn person) {
        return page(HttpStatus.OK, person, null, null);
    }

    /** Ends one of the person's sessions. */
    @Post("/sessions/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> endSession(SignedIn person, @Body Map<String, String> form) {
        Optional<SessionHash> session = SessionHash.parse(form.getOrDefault("session", ""));
        session.ifPresent(named -> sessions.end(person.personId(), named));
        return session.filter(person.session()::equals).isPresent() ? signedOut() : HttpResponse.seeOther(ACCOUNT);
    }

    /** Ends all of the person's sessions, this one too. */
    @Post("/sessions/end-all")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> endSessions(SignedIn person) {
        sessions.endAll(person.personId());
        return signedOut();
    }

    /** Makes an access token and shows it this once. */
    @Post("/tokens")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> makeToken(SignedIn person, @Body Map<String, String> form) {
        Optional<VisibleOrganization> organization =
                visible.namedForChange(person, form.getOrDefault("organization", ""));
        if (organization.isEmpty()) {
            return wrong(person, "Choose one of your organizations.");
        }
        TokenMade made = tokens.make(
                person,
                organization.get().organization().id(),
                form.getOrDefault("name", ""),
                number(form.getOrDefault("days", "")));
        return switch (made) {
            case TokenMade.Made(AccessToken token, String text) -> {
                Role role = organization.get().role();
                note(person, token.organizationId(), role, "made " + token.name() + ", " + form.get("days") + " days");
                yield page(HttpStatus.OK, person, null, text);
            }
            case TokenMade.BadName _ -> wrong(person, "Give the token a name of 1 to 60 characters.");
            case TokenMade.BadDays _ -> wrong(person, "A token lasts 1 to " + AccessTokens.MAX_DAYS + " days.");
            case TokenMade.TooMany _ ->
                wrong(person, "You have " + AccessTokens.MAX_TOKENS + " live tokens. Revoke one first.");
        };
    }

    /** Revokes one of the person's access tokens; the API refuses it from the next request on. */
    @Post("/tokens/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> revokeToken(SignedIn person, @Body Map<String, String> form) {
        String hash = form.getOrDefault("token", "");
        if (tokens.revoke(person.personId(), hash)) {
            tokens.of(person.personId()).stream()
                    .filter(token -> token.hash().equals(hash))
                    .forEach(token -> note(person, token.organizationId(), null, "revoked " + token.name()));
        }
        return HttpResponse.seeOther(ACCOUNT);
    }

    /** What people do with access tokens is recorded in the audit trail of the organization that the token reads. */
    private void note(SignedIn person, long organization, @Nullable Role role, String what) {
        audit.notePageAction(
                organization,
                person.login(),
                person.personId(),
                role,
                "token",
                what,
                Outcome.ANSWERED,
                clock.instant());
    }

    private HttpResponse<?> wrong(SignedIn person, String problem) {
        return page(HttpStatus.BAD_REQUEST, person, problem, null);
    }

    private HttpResponse<?> signedOut() {
        return HttpResponse.seeOther(URI.create("/")).cookie(cookies.forgetSession());
    }

    private HttpResponse<String> page(
            HttpStatus status, SignedIn person, @Nullable String problem, @Nullable String made) {
        Instant now = clock.instant();
        List<String> names = organizationsOf(person);
        AccountPage page = new AccountPage(
                person.login(),
                person.csrfToken(),
                problem,
                made,
                sessions.of(person.personId()).stream()
                        .map(session -> row(session, person))
                        .toList(),
                tokens.of(person.personId()).stream()
                        .map(token -> row(token, now))
                        .toList(),
                names,
                AccessTokens.MAX_DAYS,
                AccessTokens.MAX_TOKENS,
                publicUrl);
        return html.answer(status, Frame.of(person, "Your account", now), page);
    }

    /** Sessions and tokens can be ended while GitHub does not answer; new ones cannot be made. */
    private List<String> organizationsOf(SignedIn person) {
        try {
            return visible.all(person).stream()
                    .map(each -> each.organization().login())
                    .toList();
        } catch (GitHubException away) {
            return List.of();
        }
    }

    private static AccountPage.SessionRow row(Session session, SignedIn person) {
        return new AccountPage.SessionRow(
                session.hash().hex(),
                Browser.inWords(session.userAgent()),
                session.startedAt(),
                session.seenAt(),
                session.expiresAt(),
                session.hash().equals(person.session()));
    }

    private AccountPage.TokenRow row(AccessToken token, Instant now) {
        Organization organization = organizations.byId(token.organizationId());
        boolean live = token.live(now);
        return new AccountPage.TokenRow(
                token.hash(),
                token.name(),
                organization == null ? "–" : organization.login(),
                token.createdAt(),
                token.expiresAt(),
                token.lastUsedAt(),
                live ? "live" : token.revokedAt() != null ? "revoked" : "ended",
                live);
    }

    private static int number(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }
}
