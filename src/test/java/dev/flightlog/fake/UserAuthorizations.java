package dev.flightlog.fake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** People's authorizations of the App: codes that live ten minutes and work once, PKCE, and people's tokens. */
public final class UserAuthorizations {
    private static final Duration CODE_LIFE = Duration.ofMinutes(10);
    private static final Duration TOKEN_LIFE = Duration.ofHours(8);

    private final World world;
    private final FakeApp app;
    private final Random random = new Random(77);
    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final Set<String> secrets = new LinkedHashSet<>();
    private volatile List<String> callbackUrls = List.of();
    private volatile boolean suspended;

    UserAuthorizations(World world, FakeApp app) {
        this.world = world;
        this.app = app;
    }

    /** Registers where GitHub may send people back to; compared character by character. */
    public void callbackUrls(String... urls) {
        callbackUrls = List.of(urls);
    }

    /** GitHub itself suspends the App: nobody can authorize it. */
    public void suspendApp(boolean on) {
        suspended = on;
    }

    /** Every code, token and refresh token ever given out: none of them may be found anywhere afterwards. */
    public synchronized List<String> secretsGivenOut() {
        return new ArrayList<>(secrets);
    }

    /** How many people's tokens still work. */
    public int liveTokens() {
        return grants.size();
    }

    /**
     * What GitHub has against a request for authorization.
     *
     * @return where it sends the browser then; nothing where it asks the person
     */
    Optional<String> problem(Map<String, String> query) {
        if (!app.clientId().equals(query.get("client_id")) || callbackUrls.isEmpty()) {
            throw new IllegalArgumentException("no such App, or an App without callback URL");
        }
        if (!callbackUrls.contains(query.getOrDefault("redirect_uri", callbackUrls.getFirst()))) {
            return Optional.of(error(callbackUrls.getFirst(), query, "redirect_uri_mismatch"));
        }
        if (!query.getOrDefault("code_challenge", "").matches("[A-Za-z0-9_-]{43}")
                || !"S256".equals(query.get("code_challenge_method"))) {
            return Optional.of(error(redirect(query), query, "invalid_request"));
        }
        return suspended ? Optional.of(error(redirect(query), query, "application_suspended")) : Optional.empty();
    }

    /** The person says yes. */
    synchronized String authorize(Map<String, String> query, String login) {
        String code = letters(20);
        secrets.add(code);
        codes.put(
                code,
                new Code(
                        world.person(login),
                        redirect(query),
                        query.get("code_challenge"),
                        world.now().plus(CODE_LIFE)));
        return redirect(query) + "?code=" + code + state(query);
    }

    /** The person says no. */
    String deny(Map<String, String> query) {
        return error(redirect(query), query, "access_denied");
    }

    private String redirect(Map<String, String> query) {
        return query.getOrDefault("redirect_uri", callbackUrls.getFirst());
    }

    private static String error(String redirect, Map<String, String> query, String error) {
        return redirect + "?error=" + error + "&error_description=" + encode("Simulated: " + error) + state(query);
    }

    private static String state(Map<String, String> query) {
        return query.containsKey("state") ? "&state=" + encode(query.get("state")) : "";
    }

    /** Errors come with status 200. */
    synchronized Answer exchange(Call call) {
        JsonNode form = call.body();
        if (!app.clientId().equals(form.path("client_id").asText())
                || !app.clientSecret().equals(form.path("client_secret").asText())) {
            return refused("incorrect_client_credentials");
        }
        Code code = codes.remove(form.path("code").asText());
        if (code == null || !world.now().isBefore(code.until())) {
            return refused("bad_verification_code");
        }
        if (!code.redirectUri().equals(form.path("redirect_uri").asText(code.redirectUri()))) {
            return refused("redirect_uri_mismatch");
        }
        if (!challenge(form.path("code_verifier").asText()).equals(code.challenge())) {
            call.violation("code_verifier does not fit the code_challenge");
            return refused("bad_verification_code");
        }
        return Answer.ok(token(code.person()));
    }

    private Map<String, @Nullable Object> token(Person person) {
        String token = "ghu_" + letters(36);
        String refresh = "ghr_" + letters(76);
        secrets.add(token);
        secrets.add(refresh);
        grants.put(token, new Grant(person, world.now().plus(TOKEN_LIFE)));
        return Json.object(
                "access_token",
                token,
                "expires_in",
                TOKEN_LIFE.toSeconds(),
                "refresh_token",
                refresh,
                "refresh_token_expires_in",
                15_897_600,
                "scope",
                "",
                "token_type",
                "bearer");
    }

    private static Answer refused(String error) {
        return Answer.ok(
                Json.object(
                        "error",
                        error,
                        "error_description",
                        "Simulated: " + error,
                        "error_uri",
                        "https://docs.github.com/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors/"));
    }

    Optional<Person> personOf(String token) {
        return Optional.ofNullable(grants.get(token))
                .filter(grant -> world.now().isBefore(grant.until()))
                .map(Grant::person);
    }

    boolean end(String token) {
        return grants.remove(token) != null;
    }

    void endAllOf(Person person) {
        grants.values().removeIf(grant -> grant.person().equals(person));
    }

    /** The App's own id and secret, as Basic authentication sends them. */
    boolean isClient(String basic) {
        String expected = Base64.getEncoder()
                .encodeToString((app.clientId() + ":" + app.clientSecret()).getBytes(StandardCharsets.UTF_8));
        return expected.equals(basic);
    }

    private String letters(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).substring(0, count);
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(@Nullable String text) {
        return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
    }

    private record Code(
            Person person, String redirectUri, @Nullable String challenge, Instant until) {}

    private record Grant(Person person, Instant until) {}
}
