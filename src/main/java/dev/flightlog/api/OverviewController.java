package dev.flightlog.api;

import dev.flightlog.cost.CostOfMonth;
import dev.flightlog.cost.Costs;
import dev.flightlog.cost.CreditsByTeam;
import dev.flightlog.cost.TeamCreditsStore;
import dev.flightlog.governance.Policies;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.organization.Organization;
import dev.flightlog.policy.Policy;
import dev.flightlog.seat.SeatDayStore;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** The organization on one page. */
@Controller("/api/orgs/{org}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "overview")
class OverviewController {
    private final OrganizationAccess doorkeeper;
    private final Policies policies;
    private final Costs costs;
    private final CreditsByTeam teams;
    private final TeamCreditsStore credits;
    private final SeatDayStore seatDays;
    private final SourceStatusStore readings;
    private final InstantSource clock;

    OverviewController(
            OrganizationAccess doorkeeper,
            Policies policies,
            Costs costs,
            CreditsByTeam teams,
            TeamCreditsStore credits,
            SeatDayStore seatDays,
            SourceStatusStore readings,
            InstantSource clock) {
        this.doorkeeper = doorkeeper;
        this.policies = policies;
        this.costs = costs;
        this.teams = teams;
        this.credits = credits;
        this.seatDays = seatDays;
        this.readings = readings;
        this.clock = clock;
    }

    /** Seats, plan, estimated cost, AI credits, and how fresh each source is. */
    @Get("/overview")
    OverviewAnswer overview(Authentication caller, String org) {
        Organization organization = doorkeeper.organization(caller, org);
        long id = organization.id();
        Policy policy = policies.inForce(id).policy();
        YearMonth month = costs.currentMonth();
        CostOfMonth cost = costs.of(id, policy.seats(), month);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return OverviewAnswer.of(
                organization.login(),
                cost,
                teams.of(id, month, policy.privacy().minTeamSize()),
                doorkeeper.namesPeople(caller, organization) ? credits.people(id, month) : null,
                seatDays.latest(id, today),
                readings.of(id).values());
    }
}
