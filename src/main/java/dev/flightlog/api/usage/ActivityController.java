package dev.flightlog.api.usage;

import dev.flightlog.api.ApiLinks;
import dev.flightlog.api.Days;
import dev.flightlog.api.OrganizationAccess;
import dev.flightlog.api.Page;
import dev.flightlog.api.usage.RepositoryList.ListedRepository;
import dev.flightlog.api.usage.SeatChangeList.SeatChangeDay;
import dev.flightlog.organization.Organization;
import dev.flightlog.seat.SeatMovesStore;
import dev.flightlog.usage.RepositoryUsage;
import dev.flightlog.usage.UsageSeriesStore;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened in the organization that is about no single person: pull requests, and seats that came and went. */
@Controller("/api/orgs/{org}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "activity")
class ActivityController {
    private final OrganizationAccess doorkeeper;
    private final UsageSeriesStore usage;
    private final SeatMovesStore moves;
    private final ApiLinks urls;
    private final InstantSource clock;

    ActivityController(
            OrganizationAccess doorkeeper,
            UsageSeriesStore usage,
            SeatMovesStore moves,
            ApiLinks urls,
            InstantSource clock) {
        this.doorkeeper = doorkeeper;
        this.usage = usage;
        this.moves = moves;
        this.urls = urls;
        this.clock = clock;
    }

    /**
     * Pull requests by repository: created, reviewed and merged, and how many of them by Copilot.
     *
     * @param since first day, inclusive; 28 days back without it
     * @param until last day, inclusive; today without it
     * @param page from 1
     * @param perPage at most 100
     */
    @Get("/repositories")
    HttpResponse<RepositoryList> repositories(
            Authentication caller,
            HttpRequest<?> request,
            String org,
            @Nullable @QueryValue String since,
            @Nullable @QueryValue String until,
            @Nullable @QueryValue String page,
            @Nullable @QueryValue("per_page") String perPage) {
        Organization organization = doorkeeper.reader(caller, org).organization();
        Days days = Days.of(since, until, today());
        Page asked = Page.of(page, perPage);
        List<RepositoryUsage> all = usage.repositories(organization.id(), days.since(), days.until());
        RepositoryList list = new RepositoryList(
                all.size(), asked.of(all).stream().map(ListedRepository::of).toList());
        return asked.link(HttpResponse.ok(list), urls.of(request), all.size());
    }

    /**
     * How many seats were given and ended, by day.
     *
     * @param since first day, inclusive; 28 days back without it
     * @param until last day, inclusive; today without it
     */
    @Get("/seat-changes")
    SeatChangeList seatChanges(
            Authentication caller, String org, @Nullable @QueryValue String since, @Nullable @QueryValue String until) {
        Organization organization = doorkeeper.reader(caller, org).organization();
        Days days = Days.of(since, until, today());
        return new SeatChangeList(moves.between(organization.id(), days.since(), days.until()).stream()
                .map(day -> new SeatChangeDay(day.day(), day.given(), day.ended()))
                .toList());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
