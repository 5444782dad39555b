package dev.flightlog.api.usage;

import dev.flightlog.api.ApiLinks;
import dev.flightlog.api.Days;
import dev.flightlog.api.OrganizationAccess;
import dev.flightlog.api.Page;
import dev.flightlog.api.ProblemException;
import dev.flightlog.api.Reader;
import dev.flightlog.api.usage.ShownTeams.Shown;
import dev.flightlog.api.usage.TeamList.ListedTeam;
import dev.flightlog.directory.Team;
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
import org.jspecify.annotations.Nullable;

/** Teams large enough that their numbers reveal no single person. */
@Controller("/api/orgs/{org}/teams")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "teams")
class TeamsController {
    private final OrganizationAccess doorkeeper;
    private final ShownTeams teams;
    private final TeamUsage breakdowns;
    private final ApiLinks urls;
    private final InstantSource clock;

    TeamsController(
            OrganizationAccess doorkeeper, ShownTeams teams, TeamUsage breakdowns, ApiLinks urls, InstantSource clock) {
        this.doorkeeper = doorkeeper;
        this.teams = teams;
        this.breakdowns = breakdowns;
        this.urls = urls;
        this.clock = clock;
    }

    /**
     * Lists the teams whose numbers may be shown, by slug, and says how many may not. A member's access token gets the
     * member's own teams.
     *
     * @param page from 1
     * @param perPage at most 100
     */
    @Get
    HttpResponse<TeamList> teams(
            Authentication caller,
            HttpRequest<?> request,
            String org,
            @Nullable @QueryValue String page,
            @Nullable @QueryValue("per_page") String perPage) {
        Reader reader = doorkeeper.reader(caller, org);
        Page asked = Page.of(page, perPage);
        Shown shown = shown(reader);
        TeamList list = new TeamList(
                shown.teams().size(),
                shown.hidden(),
                teams.seatsAsOf(reader.organization().id()),
                asked.of(shown.teams()).stream()
                        .map(team -> ListedTeam.of(TeamAnswer.of(team.team()), team.seats()))
                        .toList());
        return asked.link(HttpResponse.ok(list), urls.of(request), list.totalTeams());
    }

    /**
     * A team by day. A team that is too small, and to a member one that is not theirs, is answered like one that does
     * not exist.
     *
     * @param since first day, inclusive; 28 days back without it
     */
    @Get("/{slug}/history")
    TeamHistory history(Authentication caller, String org, String slug, @Nullable @QueryValue String since) {
        Reader reader = doorkeeper.reader(caller, org);
        long id = reader.organization().id();
        Days days = Days.of(since, null, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        Team team = open(reader, slug);
        return new TeamHistory(
                TeamAnswer.of(team),
                switch (reader) {
                    case Reader.OfEverything _ -> teams.history(id, team, days);
                    case Reader.Member _ -> teams.historyForMembers(id, team, days, teams.least(id));
                });
    }

    /**
     * Which languages, editors, models and features at least {@code privacy.min_team_size} people of a team used on one day.
     * Without figures: beside those of the organization and of other teams they would tell of fewer people. To whom a
     * team is shown is as for its history.
     *
     * @param since first day, inclusive; 28 days back without it
     * @param until last day, inclusive; today without it
     */
    @Get("/{slug}/breakdowns")
    TeamBreakdowns breakdowns(
            Authentication caller,
            String org,
            String slug,
            @Nullable @QueryValue String since,
            @Nullable @QueryValue String until) {
        Reader reader = doorkeeper.reader(caller, org);
        long id = reader.organization().id();
        Days days = Days.of(since, until, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        Team team = open(reader, slug);
        return switch (reader) {
            case Reader.OfEverything _ -> breakdowns.of(id, team, days);
            case Reader.Member _ -> breakdowns.forMembers(id, team, days, teams.least(id));
        };
    }

    /** Secret teams are shown to their members only, as on the pages. */
    private Team open(Reader reader, String slug) {
        long org = reader.organization().id();
        Team team = switch (reader) {
            case Reader.OfEverything _ -> teams.bySlug(org, slug);
            case Reader.Member member -> doorkeeper.isOwnTeam(member, slug) ? teams.bySlugForMembers(org, slug) : null;
        };
        if (team == null) {
            throw ProblemException.notFound("there is no team " + slug + " whose numbers are shown");
        }
        return team;
    }

    /** Members see their own teams only, and not how many others there are. */
    private Shown shown(Reader reader) {
        long org = reader.organization().id();
        return switch (reader) {
            case Reader.OfEverything _ -> teams.now(org);
            case Reader.Member member -> teams.ofMember(org, doorkeeper.ownTeams(member));
        };
    }
}
