package dev.flightlog.web;

import dev.flightlog.session.SignedIn;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.InstantSource;

/** The page over several organizations, for who is an admin of two or more. */
@Hidden
@Controller("/portfolio")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class PortfolioController {
    private final PortfolioPages pages;
    private final Html html;
    private final InstantSource clock;

    PortfolioController(PortfolioPages pages, Html html, InstantSource clock) {
        this.pages = pages;
        this.html = html;
        this.clock = clock;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> portfolio(SignedIn person) {
        PortfolioPage page = pages.page(person).orElseThrow(Visits::nothingHere);
        return html.ok(Frame.of(person, "Portfolio", clock.instant()), page);
    }
}
