package dev.flightlog.api;

import dev.flightlog.api.PortfolioAnswer.Entry;
import dev.flightlog.api.PortfolioAnswer.SharedPerson;
import dev.flightlog.cost.Costs;
import dev.flightlog.governance.Policies;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.organization.Organization;
import dev.flightlog.seat.SharedSeatStore;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All organizations of a token on one page. */
@Controller("/api/portfolio")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "overview")
class PortfolioController {
    private final OrganizationAccess doorkeeper;
    private final ApiReadLog log;
    private final Costs costs;
    private final Policies policies;
    private final SharedSeatStore shared;
    private final SourceStatusStore sources;

    PortfolioController(
            OrganizationAccess doorkeeper,
            ApiReadLog log,
            Costs costs,
            Policies policies,
            SharedSeatStore shared,
            SourceStatusStore sources) {
        this.doorkeeper = doorkeeper;
        this.log = log;
        this.costs = costs;
        this.policies = policies;
        this.shared = shared;
        this.sources = sources;
    }

    /**
     * Every organization that the token opens: all that a tool's token names in {@code flightlog_org}; the one of a workflow,
     * or of an admin's access token.
     */
    @Get
    PortfolioAnswer portfolio(Authentication caller) {
        List<Organization> organizations = doorkeeper.all(caller);
        List<Entry> entries = organizations.stream().map(this::entry).toList();
        List<Long> ids = organizations.stream().map(Organization::id).toList();
        boolean known = entries.stream().allMatch(entry -> entry.seats() != null);
        boolean named = organizations.stream().allMatch(each -> doorkeeper.namesPeople(caller, each));
        organizations.forEach(each -> log.note(each, caller, "/portfolio"));
        return new PortfolioAnswer(
                known ? shared.people(ids) : null,
                known
                        ? entries.stream()
                                .map(Entry::seats)
                                .filter(Objects::nonNull)
                                .mapToInt(Integer::intValue)
                                .sum()
                        : null,
                entries,
                named ? shared(organizations, ids) : null);
    }

    private Entry entry(Organization organization) {
        long id = organization.id();
        return Entry.of(
                organization.login(),
                costs.of(id, policies.inForce(id).policy().seats(), costs.currentMonth()),
                dataThrough(id));
    }

    private @Nullable LocalDate dataThrough(long org) {
        SourceStatus usage = sources.of(org).get(Source.USAGE);
        return usage == null ? null : usage.dataThrough();
    }

    private List<SharedPerson> shared(List<Organization> organizations, List<Long> ids) {
        return shared.shared(ids).stream()
                .map(seat -> new SharedPerson(
                        seat.login(),
                        organizations.stream()
                                .filter(each -> seat.organizations().contains(each.id()))
                                .map(Organization::login)
                                .collect(Collectors.toList())))
                .toList();
    }
}
