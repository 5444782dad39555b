package dev.flightlog.web.usage;

import dev.flightlog.session.SignedIn;
import dev.flightlog.web.Html;
import dev.flightlog.web.Pager;
import dev.flightlog.web.Period;
import dev.flightlog.web.Tab;
import dev.flightlog.web.Visit;
import dev.flightlog.web.Visits;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An organization's usage over time, and its repositories. Who may open one is who may give the command that asks for the same. */
@Hidden
@Controller("/orgs/{org}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class UsageController {
    private static final int MAX_FILTER_LENGTH = 100;

    private final Visits visits;
    private final Html html;
    private final OverviewPages overviews;
    private final RepositoriesPages repositories;

    UsageController(Visits visits, Html html, OverviewPages overviews, RepositoriesPages repositories) {
        this.visits = visits;
        this.html = html;
        this.overviews = overviews;
        this.repositories = repositories;
    }

    @Get
    HttpResponse<String> overview(
            SignedIn person,
            String org,
            @Nullable @QueryValue String period,
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String to,
            @Nullable @QueryValue String by) {
        Visit visit = visits.open(person, org, "summary");
        Period asked = Period.of(period, from, to, null, by, visit.today());
        return html.ok(visit.frame("Overview", Tab.OVERVIEW), overviews.page(visit, asked));
    }

    @Get("/repositories")
    HttpResponse<String> repositories(
            SignedIn person,
            String org,
            @Nullable @QueryValue String period,
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String to,
            @Nullable @QueryValue String sort,
            @Nullable @QueryValue String page) {
        Visit visit = visits.open(person, org, "summary");
        Period asked = Period.of(period, from, to, null, null, visit.today());
        return html.ok(
                visit.frame("Repositories", Tab.REPOSITORIES),
                repositories.page(visit, asked, word(sort), Pager.asked(page)));
    }

    /** What somebody sent, without spaces around it and not endless; empty for nothing. */
    private static String word(@Nullable String sent) {
        String text = Objects.requireNonNullElse(sent, "").strip();
        return text.length() > MAX_FILTER_LENGTH ? text.substring(0, MAX_FILTER_LENGTH) : text;
    }
}
