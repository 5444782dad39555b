package dev.flightlog.web.account;

import dev.flightlog.github.SignIn;
import dev.flightlog.session.Cookies;
import dev.flightlog.session.Sessions;
import dev.flightlog.session.SignInAnswer;
import dev.flightlog.session.SignInFlow;
import dev.flightlog.session.SignInRefusal;
import dev.flightlog.session.SignInResult;
import dev.flightlog.session.SignedIn;
import dev.flightlog.web.Frame;
import dev.flightlog.web.Html;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The way in through GitHub, and the way out. */
@Hidden
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class LoginController {
    private final SignInFlow flow;
    private final Sessions sessions;
    private final Cookies cookies;
    private final Html html;
    private final InstantSource clock;

    LoginController(SignInFlow flow, Sessions sessions, Cookies cookies, Html html, InstantSource clock) {
        this.flow = flow;
        this.sessions = sessions;
        this.cookies = cookies;
        this.html = html;
        this.clock = clock;
    }

    /**
     * Sends the browser to GitHub.
     *
     * @param returnTo path of this server to come back to; without it the page that somebody signed out wanted last
     * @param account {@code other} has GitHub ask which account
     */
    @Get("/login")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> login(
            HttpRequest<?> request,
            @Nullable @QueryValue("return_to") String returnTo,
            @Nullable @QueryValue String account) {
        if (!flow.open()) {
            return refused(new SignInRefusal.SwitchedOff());
        }
        String browser = cookies.browser(request).orElseGet(flow::newBrowser);
        String goal = returnTo == null ? cookies.returnTo(request).orElse(null) : returnTo;
        URI github =
                flow.begin(browser, goal, "other".equals(account) ? SignIn.Account.CHOSEN : SignIn.Account.CURRENT);
        return noStore(HttpResponse.seeOther(github)).cookie(cookies.keepBrowser(browser));
    }

    /** Takes GitHub's answer. A session that the browser had before ends. */
    @Get("/login/callback")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> callback(
            HttpRequest<?> request,
            @Nullable SignedIn before,
            @QueryValue(defaultValue = "") String code,
            @QueryValue(defaultValue = "") String state,
            @QueryValue(defaultValue = "") String error) {
        String userAgent =
                request.getHeaders().findFirst(HttpHeaders.USER_AGENT).orElse("");
        SignInResult result = flow.finish(
                new SignInAnswer(code, state, error), cookies.browser(request).orElse(""), userAgent);
        return switch (result) {
            case SignInResult.Done(String session, String returnTo) -> {
                if (before != null) {
                    sessions.end(before.personId(), before.session());
                }
                yield noStore(HttpResponse.seeOther(URI.create(returnTo)))
                        .cookie(cookies.keepSession(session))
                        .cookie(cookies.forgetBrowser())
                        .cookie(cookies.forgetReturnTo());
            }
            // Anybody can make up such an answer: it does not disturb a sign-in that is under way.
            case SignInResult.Refused(SignInRefusal.UnknownState unknown) -> refused(unknown);
            case SignInResult.Refused(SignInRefusal refusal) -> refused(refusal).cookie(cookies.forgetBrowser());
        };
    }

    /** Ends the session of this browser. */
    @Post("/logout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> logout(SignedIn person) {
        sessions.end(person.personId(), person.session());
        return noStore(HttpResponse.seeOther(URI.create("/"))).cookie(cookies.forgetSession());
    }

    private MutableHttpResponse<?> refused(SignInRefusal refusal) {
        SignInRefusedPage page = SignInRefusalPages.page(refusal);
        return html.answer(SignInRefusalPages.status(refusal), Frame.open(page.title(), clock.instant()), page)
                .toMutableResponse();
    }

    /** The address of an answer holds a code: no other site learns it. */
    private static MutableHttpResponse<?> noStore(MutableHttpResponse<?> response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store").header("Referrer-Policy", "no-referrer");
    }
}
