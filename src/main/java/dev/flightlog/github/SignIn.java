package dev.flightlog.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Prompt;
import dev.flightlog.github.rest.Fields;
import dev.flightlog.github.rest.Json;
import dev.flightlog.github.rest.PersonClient;
import dev.flightlog.github.rest.UrlEncoding;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sign-in of people through the App: an authorization code with PKCE, and what the person's token says about who they
 * are. Messages are built and read by Nimbus' OAuth 2.0 library; they travel as all others do.
 *
 * @see <a
 * href="https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-user-access-token-for-a-github-app">GitHub
 *     on user access tokens</a>, seen 2026-11-28
 */
@Singleton
public class SignIn {
    private static final Pattern SSO_URL = Pattern.compile("url=(\\S+)");

    private final SignInConfiguration client;
    private final PersonClient http;
    private final URI webUrl;

    SignIn(SignInConfiguration client, GitHubConfiguration github, PersonClient http) {
        this.client = client;
        this.http = http;
        this.webUrl = github.webUrl();
    }

    /** Whether the App's client id and secret are configured. */
    public boolean configured() {
        return client.configured();
    }

    /** Where GitHub's own pages are, without a slash at the end. */
    public URI webUrl() {
        return webUrl;
    }

    /**
     * Where the browser goes to sign in.
     *
     * @param state comes back with the answer
     * @param verifier PKCE's secret, 43 characters; only its hash goes along
     * @param callback one of the App's callback URLs, exactly
     * @param account which account GitHub offers
     */
    public URI authorizeUrl(String state, String verifier, URI callback, Account account) {
        AuthorizationRequest.Builder request = new AuthorizationRequest.Builder(ResponseType.CODE, clientId())
                .endpointURI(oauth("authorize"))
                .redirectionURI(callback)
                .state(new State(state))
                .codeChallenge(new CodeVerifier(verifier), CodeChallengeMethod.S256);
        return switch (account) {
            case CURRENT -> request.build().toURI();
            case CHOSEN ->
                request.prompt(new Prompt(Prompt.Type.SELECT_ACCOUNT)).build().toURI();
        };
    }

    /**
     * Exchanges a code for the person's token.
     *
     * @throws GitHubException when GitHub does not answer
     */
    public CodeExchange exchange(String code, String verifier, URI callback) {
        HTTPRequest message = new TokenRequest.Builder(
                        oauth("access_token"),
                        new ClientSecretPost(clientId(), new Secret(client.secret())),
                        new AuthorizationCodeGrant(new AuthorizationCode(code), callback, new CodeVerifier(verifier)))
                .build()
                .toHTTPRequest();
        HttpResponse<byte[]> answer = http.postForm(message.getURI(), String.valueOf(message.getBody()));
        if (answer.statusCode() >= 500 || answer.statusCode() == 429) {
            throw refused(answer, "POST /login/oauth/access_token");
        }
        return read(answer);
    }

    /**
     * Who the person is now: they may have switched accounts since the last time.
     *
     * @throws GitHubException when GitHub does not answer or does not take the token
     */
    public Person whoIs(UserToken token) {
        HttpResponse<byte[]> answer = http.get("/user", token.value());
        if (answer.statusCode() != 200) {
            throw refused(answer, "GET /user");
        }
        return Person.of(Json.read(answer.body()));
    }

    /**
     * Whether the person is a member of the organization, as their own token says: only this way is a company's single
     * sign-on asked for.
     *
     * @throws GitHubException when GitHub does not answer
     */
    public OwnMembership membership(UserToken token, String organization) {
        HttpResponse<byte[]> answer =
                http.get("/user/memberships/orgs/" + UrlEncoding.segment(organization), token.value());
        return switch (answer.statusCode()) {
            case 200 -> membership(Json.read(answer.body()));
            case 404 -> new OwnMembership.None();
            case 403 -> forbidden(answer);
            default -> throw refused(answer, "GET /user/memberships/orgs/*");
        };
    }

    /**
     * Ends a token at GitHub. A token that has ended already is no error.
     *
     * @throws GitHubException when GitHub does not answer or refuses
     */
    public void revoke(UserToken token) {
        HttpResponse<byte[]> answer = http.delete(
                "/applications/" + UrlEncoding.segment(client.id()) + "/token",
                client.id(),
                client.secret(),
                Map.of("access_token", token.value()));
        if (answer.statusCode() >= 400 && answer.statusCode() != 404) {
            throw refused(answer, "DELETE /applications/*/token");
        }
    }

    /** A 200 without a token is a failure. */
    private static CodeExchange read(HttpResponse<byte[]> answer) {
        HTTPResponse message = new HTTPResponse(answer.statusCode());
        try {
            message.setContentType("application/json");
            message.setBody(new String(answer.body(), StandardCharsets.UTF_8));
            var body = message.getBodyAsJSONObject();
            if (body.containsKey("error")) {
                String error = TokenErrorResponse.parse(body).getErrorObject().getCode();
                return new CodeExchange.Refused(error == null ? CodeExchange.NO_TOKEN : error);
            }
            TokenResponse response = TokenResponse.parse(message);
            return response.indicatesSuccess()
                    ? new CodeExchange.Token(new UserToken(response.toSuccessResponse()
                            .getTokens()
                            .getAccessToken()
                            .getValue()))
                    : new CodeExchange.Refused(CodeExchange.NO_TOKEN);
        } catch (ParseException | IllegalArgumentException unreadable) {
            return new CodeExchange.Refused(CodeExchange.NO_TOKEN);
        }
    }

    private static OwnMembership membership(JsonNode body) {
        return Fields.text(body, "state").equals("active") ? new OwnMembership.Active() : new OwnMembership.Pending();
    }

    private OwnMembership forbidden(HttpResponse<byte[]> answer) {
        if (http.failure(answer) instanceof Failure.RateLimited) {
            throw refused(answer, "GET /user/memberships/orgs/*");
        }
        return answer.headers()
                .firstValue("X-GitHub-SSO")
                .<OwnMembership>map(header -> new OwnMembership.SingleSignOn(url(header)))
                .orElseGet(OwnMembership.Blocked::new);
    }

    /** Only an address of GitHub's own: it becomes a link. */
    private @Nullable URI url(String header) {
        Matcher matcher = SSO_URL.matcher(header);
        if (!matcher.find()) {
            return null;
        }
        try {
            URI url = URI.create(matcher.group(1));
            return webUrl.getScheme().equals(url.getScheme())
                            && webUrl.getAuthority().equals(url.getAuthority())
                    ? url
                    : null;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private GitHubException refused(HttpResponse<byte[]> answer, String request) {
        return new GitHubException(http.failure(answer), request);
    }

    private URI oauth(String endpoint) {
        return URI.create(webUrl + "/login/oauth/" + endpoint);
    }

    private ClientID clientId() {
        return new ClientID(client.id());
    }

    /** Which account GitHub offers. */
    public enum Account {
        /** The one that is signed in to GitHub. */
        CURRENT,
        /** GitHub asks which. */
        CHOSEN
    }
}
