package dev.flightlog.session;

import io.micronaut.http.HttpRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * The person who sent this request, by their session. As an argument of a page's controller it lets nobody in who is signed
 * out: they are sent to {@code /}. A {@code @Nullable} argument takes both.
 *
 * @param personId GitHub's id of the person
 * @param login their name on GitHub when they signed in
 * @param session names the session
 * @param csrfToken belongs into every form, in the field {@link #CSRF_FIELD}
 * @param since when they signed in
 * @param until when the session ends at the latest
 */
public record SignedIn(
        long personId, String login, SessionHash session, String csrfToken, Instant since, Instant until) {
    /** Name of the form field that carries {@link #csrfToken}. */
    public static final String CSRF_FIELD = "csrf";

    /** Who sent a request; nothing for who is signed out. */
    public static Optional<SignedIn> of(HttpRequest<?> request) {
        return request.getAttribute(SessionFilter.ATTRIBUTE, SignedIn.class);
    }

    @Override
    public String toString() {
        return "SignedIn[personId=" + personId + ", csrfToken=***]";
    }
}
