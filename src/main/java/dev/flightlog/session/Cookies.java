package dev.flightlog.session;

import dev.flightlog.settings.PublicUrl;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookies of the pages: {@code __Host-}, Secure, HttpOnly, SameSite=Lax, for the whole server and no other host. Lax and
 * not Strict, because GitHub sends the browser back from another site. On plain-http loopback a browser would drop such a
 * cookie, so there it has neither prefix nor Secure.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html">OWASP on sessions</a>
 */
@Singleton
public final class Cookies {
    private static final String SESSION = "flightlog";
    private static final String BROWSER = "flightlog-sign-in";
    private static final String RETURN = "flightlog-return";

    private final boolean secure;

    Cookies(PublicUrl address) {
        this.secure = address.secure();
    }

    /** The session id that a request brings. */
    Optional<String> session(HttpRequest<?> request) {
        return value(request, SESSION);
    }

    /** Keeps the session id until the session ends. */
    public Cookie keepSession(String id) {
        return cookie(SESSION, id, Sessions.LIFE);
    }

    public Cookie forgetSession() {
        return cookie(SESSION, "", Duration.ZERO);
    }

    /** The secret that binds a sign-in to the browser that began it. */
    public Optional<String> browser(HttpRequest<?> request) {
        return value(request, BROWSER);
    }

    public Cookie keepBrowser(String secret) {
        return cookie(BROWSER, secret, SignInState.LIFE);
    }

    public Cookie forgetBrowser() {
        return cookie(BROWSER, "", Duration.ZERO);
    }

    /** The page that somebody who is signed out wanted to see. */
    public Optional<String> returnTo(HttpRequest<?> request) {
        return value(request, RETURN);
    }

    Cookie keepReturnTo(String path) {
        return cookie(RETURN, path, SignInState.LIFE);
    }

    public Cookie forgetReturnTo() {
        return cookie(RETURN, "", Duration.ZERO);
    }

    private Optional<String> value(HttpRequest<?> request, String name) {
        return request.getCookies()
                .findCookie(fullName(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    private Cookie cookie(String name, String value, Duration life) {
        return Cookie.of(fullName(name), value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(SameSite.Lax)
                .maxAge(life);
    }

    private String fullName(String name) {
        return secure ? "__Host-" + name : name;
    }
}
