package dev.flightlog.api;

import dev.flightlog.cost.CostOfMonth;
import dev.flightlog.cost.Costs;
import dev.flightlog.governance.Policies;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.organization.Organization;
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
    private final SeatDayStore seatDays;
    private final SourceStatusStore readings;
    private final InstantSource clock;

    OverviewController(
            OrganizationAccess doorkeeper,
            Policies policies,
            Costs costs,
            SeatDayStore seatDays,
            SourceStatusStore readings,
            InstantSource clock) {
        this.doorkeeper = doorkeeper;
        this.policies = policies;
        this.costs = costs;
        this.seatDays = seatDays;
        this.readings = readings;
        this.clock = clock;
    }

    /** Seats, plan, estimated cost, AI credits, and how fresh each source is. */
    @Get("/overview")
    OverviewAnswer overview(Authentication caller, String org) {
        Organization organization = doorkeeper.organization(caller, org);
        long id = organization.id();
        CostOfMonth cost = costs.of(id, policies.inForce(id).policy().seats(), costs.currentMonth());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return OverviewAnswer.of(
                organization.login(),
                cost,
                seatDays.latest(id, today),
                readings.of(id).values());
    }
}
