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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pages of teams. A team that is not the visitor's answers like one that does not exist. */
@Hidden
@Controller("/orgs/{org}/teams")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class TeamController {
    private final Visits visits;
    private final Html html;
    private final TeamsPages teams;
    private final TeamPages team;

    TeamController(Visits visits, Html html, TeamsPages teams, TeamPages team) {
        this.visits = visits;
        this.html = html;
        this.teams = teams;
        this.team = team;
    }

    @Get
    HttpResponse<String> teams(
            SignedIn person,
            String org,
            @Nullable @QueryValue String mine,
            @Nullable @QueryValue String sort,
            @Nullable @QueryValue String page) {
        Visit visit = visits.open(person, org, "team");
        boolean all = visit.admin() && mine == null;
        return html.ok(
                visit.frame("Teams", Tab.TEAMS),
                teams.page(visit, visits.mine(visit), all, Objects.requireNonNullElse(sort, ""), Pager.asked(page)));
    }

    @Get("/{slug}")
    HttpResponse<String> team(
            SignedIn person,
            String org,
            String slug,
            @Nullable @QueryValue String period,
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String to,
            @Nullable @QueryValue String since,
            @Nullable @QueryValue String by,
            @Nullable @QueryValue String compare) {
        Visit visit = visits.openTeam(person, org, slug);
        Set<String> mine = visits.mine(visit);
        Period asked = Period.of(period, from, to, since, by, visit.today());
        TeamPage page = team.page(visit, slug, asked, Objects.requireNonNullElse(compare, ""), mine);
        if (page == null) {
            throw Visits.nothingHere();
        }
        return html.ok(visit.frame(page.name(), Tab.TEAMS), page);
    }
}
