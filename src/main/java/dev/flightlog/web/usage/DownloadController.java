package dev.flightlog.web.usage;

import dev.flightlog.api.Days;
import dev.flightlog.api.SeatCsvStream;
import dev.flightlog.api.usage.TeamHistory;
import dev.flightlog.api.usage.TeamUsage;
import dev.flightlog.cost.Costs;
import dev.flightlog.cost.SavingCells;
import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.directory.Team;
import dev.flightlog.health.Source;
import dev.flightlog.privacy.VisibleTeams;
import dev.flightlog.seat.SeatCsv;
import dev.flightlog.seat.SeatRegister;
import dev.flightlog.seat.SeatRules;
import dev.flightlog.seat.SeatsKnown;
import dev.flightlog.session.SignedIn;
import dev.flightlog.text.CsvText;
import dev.flightlog.web.Period;
import dev.flightlog.web.Visit;
import dev.flightlog.web.Visits;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tables to download; who may have them is who may open the page. */
@Hidden
@Controller("/orgs/{org}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class DownloadController {
    private static final MediaType CSV = MediaType.of("text/csv;charset=utf-8");
    private static final String LINE = "\r\n";

    private final Visits visits;
    private final SeatRegister seats;
    private final Costs costs;
    private final DirectoryStore directory;
    private final VisibleTeams visible;
    private final TeamPages teams;
    private final ShownPoints points;
    private final TeamUsage usage;

    DownloadController(
            Visits visits,
            SeatRegister seats,
            Costs costs,
            DirectoryStore directory,
            VisibleTeams visible,
            TeamPages teams,
            ShownPoints points,
            TeamUsage usage) {
        this.usage = usage;
        this.visits = visits;
        this.seats = seats;
        this.costs = costs;
        this.directory = directory;
        this.visible = visible;
        this.teams = teams;
        this.points = points;
    }

    /** All seats: GitHub's five columns of its activity report first, then ours; 403 where nobody is named. */
    @Get("/seats.csv")
    HttpResponse<StreamedFile> seats(SignedIn person, String org) {
        Visit visit = visits.open(person, org, "csv seats");
        if (visit.seatsKnown() instanceof SeatsKnown.NeverRead(String cause)) {
            throw Visits.notKnown("Seats are not known", "Seats could not be read: " + cause);
        }
        SeatRules rules = visit.policy().seats();
        SeatCsv csv = new SeatCsv(
                SeatsKnown.readAt(visit.sources().get(Source.SEATS), visit.now()),
                new SavingCells(
                        costs.of(visit.org(), rules, costs.currentMonth()).poolUse(), rules));
        SeatCsvStream.Batches batches = (last, limit) -> seats.after(visit.org(), rules, last, limit);
        return HttpResponse.ok(new StreamedFile(SeatCsvStream.of(csv, batches), CSV).attach("seats.csv"))
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff");
    }

    /** A team's days, as its page shows them. */
    @Get("/teams/{slug}/days.csv")
    HttpResponse<String> team(
            SignedIn person,
            String org,
            String slug,
            @Nullable @QueryValue String period,
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String to) {
        Visit visit = visits.openTeam(person, org, slug);
        Team team = open(visit, slug);
        Period days = Period.of(period, from, to, null, "day", visit.today());
        String rows =
                points
                        .team(
                                visit.org(),
                                team.id(),
                                days.in(Period.Step.DAY),
                                visit.policy().privacy().minTeamSize())
                        .stream()
                        .map(DownloadController::row)
                        .collect(Collectors.joining(LINE, HEADER + LINE, LINE));
        return attached(HttpResponse.ok(rows).contentType(CSV), safe(team.slug()) + ".csv");
    }

    /** The same days in the shape of the API's team history. */
    @Get("/teams/{slug}/days.json")
    HttpResponse<TeamHistory> teamAsJson(
            SignedIn person,
            String org,
            String slug,
            @Nullable @QueryValue String period,
            @Nullable @QueryValue String from,
            @Nullable @QueryValue String to) {
        Visit visit = visits.openTeam(person, org, slug);
        Team team = open(visit, slug);
        Period days = Period.of(period, from, to, null, "day", visit.today());
        TeamHistory history = usage.historyForMembers(
                visit.org(),
                team,
                new Days(days.first(), days.last()),
                visit.policy().privacy().minTeamSize());
        return attached(
                HttpResponse.ok(history).contentType(MediaType.APPLICATION_JSON_TYPE), safe(team.slug()) + ".json");
    }

    private Team open(Visit visit, String slug) {
        int threshold = visit.policy().privacy().minTeamSize();
        Team team = directory.teamBySlug(visit.org(), slug);
        if (team == null || !teams.mayOpen(visit, team, visible.now(visit.org(), threshold), visits.mine(visit))) {
            throw Visits.nothingHere();
        }
        return team;
    }

    private static <T> HttpResponse<T> attached(MutableHttpResponse<T> answer, String name) {
        return answer.header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff");
    }

    private static final String HEADER =
            "date,active_users,acceptance_rate,chat_users,agent_users,cli_users,app_users,lines_added,ai_credits";

    private static String row(ShownPoints.Point point) {
        return Stream.of(
                        point.first().toString(),
                        point.active(),
                        point.rate(),
                        point.chat(),
                        point.agent(),
                        point.cli(),
                        point.app(),
                        point.lines(),
                        point.credits())
                .map(cell -> "\"" + CsvText.safe(Objects.requireNonNull(cell)).replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
    }

    private static String safe(String slug) {
        return slug.replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
