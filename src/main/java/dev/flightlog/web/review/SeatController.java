package dev.flightlog.web.review;

import dev.flightlog.review.act.ReviewChoice;
import dev.flightlog.review.act.Reviews;
import dev.flightlog.review.act.SeatRequests;
import dev.flightlog.session.SignedIn;
import dev.flightlog.web.Html;
import dev.flightlog.web.Pager;
import dev.flightlog.web.PersonPages;
import dev.flightlog.web.SeatsPage;
import dev.flightlog.web.SeatsPages;
import dev.flightlog.web.Tab;
import dev.flightlog.web.Visit;
import dev.flightlog.web.Visits;
import io.micronaut.http.HttpResponse;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One's own seat, with what can be done about it; for admins all seats, with the way to a review. */
@Hidden
@Controller("/orgs/{org}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class SeatController {
    private static final int MAX_FILTER_LENGTH = 100;

    private final Visits visits;
    private final Clicks clicks;
    private final Html html;
    private final PersonPages people;
    private final SeatsPages seats;
    private final SeatMatters matters;
    private final ReviewPages pages;
    private final Reviews reviews;
    private final SeatRequests requests;
    private final InstantSource clock;

    SeatController(
            Visits visits,
            Clicks clicks,
            Html html,
            PersonPages people,
            SeatsPages seats,
            SeatMatters matters,
            ReviewPages pages,
            Reviews reviews,
            SeatRequests requests,
            InstantSource clock) {
        this.visits = visits;
        this.clicks = clicks;
        this.html = html;
        this.people = people;
        this.seats = seats;
        this.matters = matters;
        this.pages = pages;
        this.reviews = reviews;
        this.requests = requests;
        this.clock = clock;
    }

    @Get("/me")
    HttpResponse<String> me(SignedIn person, String org) {
        Visit visit = visits.open(person, org, "me");
        return html.ok(visit.frame("Me", Tab.ME), people.me(visit, null, matters.of(visit)));
    }

    @Post("/me/keep")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> keep(SignedIn person, String org, @Body Map<String, String> form) {
        return onMe(clicks.click(
                person,
                org,
                "keep",
                form,
                step -> reviews.keep(
                        step.visit().organization(),
                        step.actor(),
                        new ReviewChoice.OpenAt(clock.instant()),
                        Optional.empty(),
                        Clicks.words(form, Buttons.REASON))));
    }

    @Post("/me/request")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> request(SignedIn person, String org, @Body Map<String, String> form) {
        return onMe(clicks.click(
                person,
                org,
                "request",
                form,
                step -> requests.request(
                        step.visit().organization(), step.actor(), Clicks.words(form, Buttons.REASON))));
    }

    private HttpResponse<String> onMe(Clicks.Answer answer) {
        Visit visit = answer.visit();
        return html.answer(
                answer.status(), visit.frame("Me", Tab.ME), people.me(visit, answer.notice(), matters.of(visit)));
    }

    @Get("/seats")
    HttpResponse<String> seats(
            SignedIn person,
            String org,
            @Nullable @QueryValue String q,
            @Nullable @QueryValue String state,
            @Nullable @QueryValue String team,
            @Nullable @QueryValue String held,
            @Nullable @QueryValue String sort,
            @Nullable @QueryValue String page) {
        Visit visit = visits.open(person, org, "seats");
        SeatsPage.Filter filter = new SeatsPage.Filter(word(q), word(state), word(team), word(held), word(sort));
        String openReview = pages.openPath(visit);
        return html.ok(
                visit.frame("Seats", Tab.SEATS),
                seats.page(
                        visit,
                        filter,
                        Pager.asked(page),
                        openReview == null && visit.seatsKnown().known() ? List.of(Buttons.start(visit)) : List.of(),
                        openReview));
    }

    /** What somebody sent, without spaces around it and not endless; empty for nothing. */
    private static String word(@Nullable String sent) {
        String text = Objects.requireNonNullElse(sent, "").strip();
        return text.length() > MAX_FILTER_LENGTH ? text.substring(0, MAX_FILTER_LENGTH) : text;
    }
}
