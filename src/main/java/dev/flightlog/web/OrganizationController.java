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

/** An organization's cost, people, policy and status. Who may open one is who may give the command that asks for the same. */
@Hidden
@Controller("/orgs/{org}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class OrganizationController {
    private final Visits visits;
    private final Html html;
    private final PersonPages people;
    private final CostPages costs;
    private final GovernancePages governance;

    OrganizationController(Visits visits, Html html, PersonPages people, CostPages costs, GovernancePages governance) {
        this.visits = visits;
        this.html = html;
        this.people = people;
        this.costs = costs;
        this.governance = governance;
    }

    @Get("/people/{login}")
    HttpResponse<String> person(SignedIn person, String org, String login) {
        Visit visit = visits.open(person, org, "user " + login);
        PersonPage page = people.of(visit, login).orElseThrow(Visits::nothingHere);
        return html.ok(visit.frame(page.title(), Tab.SEATS), page);
    }

    @Get("/cost")
    HttpResponse<String> cost(SignedIn person, String org) {
        Visit visit = visits.open(person, org, "cost");
        return html.ok(visit.frame("Cost", Tab.COST), costs.page(visit));
    }

    @Get("/policy")
    HttpResponse<String> policy(SignedIn person, String org) {
        Visit visit = visits.open(person, org, "policy");
        return html.ok(visit.frame("Policy", Tab.POLICY), governance.policy(visit));
    }

    @Get("/status")
    HttpResponse<String> status(SignedIn person, String org) {
        Visit visit = visits.open(person, org, "status");
        return html.ok(visit.frame("Status", Tab.STATUS), governance.status(visit));
    }
}
