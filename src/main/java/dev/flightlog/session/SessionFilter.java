package dev.flightlog.session;

import dev.flightlog.settings.PublicUrl;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterPatternStyle;
import io.micronaut.http.server.filter.FilterBodyParser;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out who sends a request to a page, and lets nothing change that the person's own browser did not send from one of
 * our pages: {@code Sec-Fetch-Site} and {@code Origin} must say so, and the form must carry the token of the session.
 *
 * <p>Every path counts as a page but those of machines, so that a new page is protected without being named here.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html">OWASP
 *     on forged requests</a>
 */
@ServerFilter(value = PagePath.PATTERN, patternStyle = FilterPatternStyle.REGEX)
final class SessionFilter {
    static final String ATTRIBUTE = "flightlog.signed-in";

    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final long MAX_FORM = 64 * 1024;

    private final Sessions sessions;
    private final Cookies cookies;
    private final PublicUrl address;
    private final FilterBodyParser forms;

    SessionFilter(Sessions sessions, Cookies cookies, PublicUrl address, FilterBodyParser forms) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.address = address;
        this.forms = forms;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void look(HttpRequest<?> request) {
        Optional<SignedIn> person = cookies.session(request).flatMap(sessions::find);
        person.ifPresent(found -> request.setAttribute(ATTRIBUTE, found));
        if (!HARMLESS.contains(request.getMethod())) {
            requireOwnPage(request);
            requireToken(request, person.orElseThrow(SessionFilter::sessionOver));
        }
    }

    private void requireOwnPage(HttpRequest<?> request) {
        Optional<String> origin = request.getHeaders().findFirst(HttpHeaders.ORIGIN);
        Optional<String> site = request.getHeaders().findFirst("Sec-Fetch-Site");
        boolean ours = origin.isPresent() || site.isPresent();
        if (!ours
                || origin.filter(from -> !from.equals(address.origin())).isPresent()
                || site.filter(from -> !from.equals("same-origin")).isPresent()) {
            throw new PageRefusedException(
                    HttpStatus.FORBIDDEN,
                    "This did not come from a page of Flightlog",
                    "Nothing was changed. Go back to the page, reload it, and try again. If this happens again, the"
                            + " operator should check that FLIGHTLOG_PUBLIC_URL is the address in your browser.");
        }
    }

    private void requireToken(HttpRequest<?> request, SignedIn person) {
        if (request.getContentLength() < 0 || request.getContentLength() > MAX_FORM) {
            throw new PageRefusedException(
                    HttpStatus.REQUEST_ENTITY_TOO_LARGE, "This form is too large", "Nothing was changed.");
        }
        Object token = forms.parseBody(request).join().get(SignedIn.CSRF_FIELD);
        if (token == null || !Secret.same(person.csrfToken(), token.toString())) {
            throw new PageRefusedException(
                    HttpStatus.FORBIDDEN,
                    "This form is from another session",
                    "Nothing was changed. You may have signed in again since the page was loaded: reload it and try"
                            + " again.");
        }
    }

    private static PageRefusedException sessionOver() {
        return new PageRefusedException(
                HttpStatus.FORBIDDEN,
                "You are signed out",
                "Nothing was changed. A session lasts eight hours at most: sign in again and repeat it.");
    }
}
