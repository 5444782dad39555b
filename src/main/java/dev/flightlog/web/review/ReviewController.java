package dev.flightlog.web.review;

import dev.flightlog.review.RequestChoice;
import dev.flightlog.review.act.ReviewChoice;
import dev.flightlog.review.act.ReviewReply;
import dev.flightlog.review.act.ReviewStart;
import dev.flightlog.review.act.Reviews;
import dev.flightlog.review.act.SeatGrants;
import dev.flightlog.review.act.SeatRequests;
import dev.flightlog.review.act.Undos;
import dev.flightlog.review.store.ReviewStore;
import dev.flightlog.session.PageRefusedException;
import dev.flightlog.session.SignedIn;
import dev.flightlog.web.Html;
import dev.flightlog.web.Pager;
import dev.flightlog.web.Tab;
import dev.flightlog.web.Visit;
import dev.flightlog.web.Visits;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Seat reviews and requests for seats, for admins. Each button does what its command does, by the same rules. */
@Hidden
@Controller("/orgs/{org}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class ReviewController {
    private final Visits visits;
    private final Clicks clicks;
    private final Html html;
    private final ReviewPages pages;
    private final ReviewStore store;
    private final ReviewStart start;
    private final Reviews reviews;
    private final Undos undos;
    private final SeatRequests requests;
    private final SeatGrants grants;

    ReviewController(
            Visits visits,
            Clicks clicks,
            Html html,
            ReviewPages pages,
            ReviewStore store,
            ReviewStart start,
            Reviews reviews,
            Undos undos,
            SeatRequests requests,
            SeatGrants grants) {
        this.visits = visits;
        this.clicks = clicks;
        this.html = html;
        this.pages = pages;
        this.store = store;
        this.start = start;
        this.reviews = reviews;
        this.undos = undos;
        this.requests = requests;
        this.grants = grants;
    }

    @Get("/reviews")
    HttpResponse<String> list(SignedIn person, String org, @Nullable @QueryValue String page) {
        Visit visit = visits.open(person, org, "review");
        return html.ok(visit.frame("Seat reviews", Tab.REVIEWS), pages.list(visit, Pager.asked(page), null));
    }

    @Get("/reviews/{number}")
    HttpResponse<String> review(SignedIn person, String org, String number) {
        Visit visit = visits.open(person, org, "review");
        ReviewPage page = pages.of(visit, number(number), null).orElseThrow(Visits::nothingHere);
        return html.ok(visit.frame(page.title(), Tab.REVIEWS), page);
    }

    /** Whoever opens the address of a button again. */
    @Get("/reviews/{number}/{step}")
    HttpResponse<String> back(SignedIn person, String org, String number, String step) {
        Visit visit = visits.open(person, org, "review");
        return HttpResponse.seeOther(URI.create(ReviewPages.path(visit, number(number))));
    }

    @Post("/reviews/start")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> start(SignedIn person, String org, @Body Map<String, String> form) {
        Clicks.Answer answer = clicks.click(
                person,
                org,
                "review start",
                form,
                step -> start.start(step.visit().organization(), step.actor()));
        return store.open(answer.visit().org())
                .map(open -> reviewPage(answer, Integer.toString(open.number())))
                .orElseGet(() -> onList(answer));
    }

    @Post("/reviews/{number}/approve")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> approve(SignedIn person, String org, String number, @Body Map<String, String> form) {
        return onReview(
                person,
                org,
                number,
                "approve",
                form,
                step -> reviews.approve(step.visit().organization(), step.actor(), shown(number)));
    }

    @Post("/reviews/{number}/cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> cancel(SignedIn person, String org, String number, @Body Map<String, String> form) {
        return onReview(
                person,
                org,
                number,
                "review cancel",
                form,
                step -> reviews.cancel(step.visit().organization(), step.actor(), shown(number)));
    }

    @Post("/reviews/{number}/keep")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> keep(SignedIn person, String org, String number, @Body Map<String, String> form) {
        String login = login(form);
        return onReview(
                person,
                org,
                number,
                "keep " + login,
                form,
                step -> reviews.keep(
                        step.visit().organization(),
                        step.actor(),
                        shown(number),
                        Optional.of(login),
                        Clicks.words(form, Buttons.REASON)));
    }

    /** Gives back one seat, or with no login all that can be. */
    @Post("/reviews/{number}/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> undo(SignedIn person, String org, String number, @Body Map<String, String> form) {
        return undo(
                person, org, number, form, form.getOrDefault(Buttons.LOGIN, "").strip());
    }

    /** Gives back the seat of whoever is written. */
    @Post("/reviews/{number}/undo-one")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> undoOne(SignedIn person, String org, String number, @Body Map<String, String> form) {
        return undo(person, org, number, form, login(form));
    }

    private HttpResponse<String> undo(
            SignedIn person, String org, String number, Map<String, String> form, String login) {
        Clicks.Answer answer = clicks.click(
                person,
                org,
                "undo all",
                login.isEmpty() ? "undo all" : "undo " + login,
                form,
                step -> undos.ask(
                        step.visit().organization(),
                        step.actor(),
                        number(number),
                        login.isEmpty() ? Set.of() : Set.of(login)));
        return reviewPage(answer, number);
    }

    @Post("/requests/grant")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> grant(SignedIn person, String org, @Body Map<String, String> form) {
        int request = number(form.getOrDefault(Buttons.REQUEST, ""));
        return onList(clicks.click(
                person,
                org,
                "grant " + request,
                form,
                step -> grants.grant(step.visit().organization(), step.actor(), new RequestChoice.Numbered(request))));
    }

    @Post("/requests/decline")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> decline(SignedIn person, String org, @Body Map<String, String> form) {
        int request = number(form.getOrDefault(Buttons.REQUEST, ""));
        return onList(clicks.click(
                person,
                org,
                "decline " + request,
                form,
                step -> requests.decline(
                        step.visit().organization(),
                        step.actor(),
                        new RequestChoice.Numbered(request),
                        Clicks.words(form, Buttons.REASON))));
    }

    /** A page that was loaded long ago must not decide about a list that its reader did not see. */
    private static ReviewChoice shown(String number) {
        return new ReviewChoice.Numbered(number(number));
    }

    /** A member may keep a seat by command, but never sees this page. */
    private HttpResponse<String> onReview(
            SignedIn person,
            String org,
            String number,
            String command,
            Map<String, String> form,
            Function<Clicks.Step, ReviewReply> act) {
        visits.open(person, org, "review");
        return reviewPage(clicks.click(person, org, command, form, act), number);
    }

    private HttpResponse<String> onList(Clicks.Answer answer) {
        Visit visit = answer.visit();
        return html.answer(
                answer.status(), visit.frame("Seat reviews", Tab.REVIEWS), pages.list(visit, 1, answer.notice()));
    }

    private HttpResponse<String> reviewPage(Clicks.Answer answer, String number) {
        Visit visit = answer.visit();
        ReviewPage page = pages.of(visit, number(number), answer.notice()).orElseThrow(Visits::nothingHere);
        return html.answer(answer.status(), visit.frame(page.title(), Tab.REVIEWS), page);
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,7}")) {
            throw Visits.nothingHere();
        }
        return Integer.parseInt(text);
    }

    /** A login as GitHub makes them; anything else is nobody. */
    private static String login(Map<String, String> form) {
        String login = form.getOrDefault(Buttons.LOGIN, "").strip().replaceFirst("^@", "");
        if (login.isEmpty()) {
            throw new PageRefusedException(HttpStatus.BAD_REQUEST, "Nobody was named", "Nothing was changed.");
        }
        return login;
    }
}
