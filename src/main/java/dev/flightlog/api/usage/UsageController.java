package dev.flightlog.api.usage;

import dev.flightlog.api.Days;
import dev.flightlog.api.OrganizationAccess;
import dev.flightlog.api.ProblemException;
import dev.flightlog.api.Reader;
import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.directory.Person;
import dev.flightlog.organization.Organization;
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

/** What was used: by the organization, and by one person. */
@Controller("/api/orgs/{org}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "usage")
class UsageController {
    private final OrganizationAccess doorkeeper;
    private final DirectoryStore directory;
    private final UsageAnswerStore usage;
    private final PersonUsageStore people;
    private final ShownTeams shown;
    private final OrganizationUsage months;
    private final InstantSource clock;

    UsageController(
            OrganizationAccess doorkeeper,
            DirectoryStore directory,
            UsageAnswerStore usage,
            PersonUsageStore people,
            ShownTeams shown,
            OrganizationUsage months,
            InstantSource clock) {
        this.months = months;
        this.doorkeeper = doorkeeper;
        this.directory = directory;
        this.usage = usage;
        this.people = people;
        this.shown = shown;
        this.clock = clock;
    }

    /**
     * The organization by day, with breakdowns.
     *
     * @param since first day, inclusive; 28 days back without it
     * @param until last day, inclusive; today without it
     */
    @Get("/usage")
    UsageAnswer usage(
            Authentication caller, String org, @Nullable @QueryValue String since, @Nullable @QueryValue String until) {
        Organization organization = doorkeeper.reader(caller, org).organization();
        Days days = Days.of(since, until, today());
        return new UsageAnswer(
                usage.organization(organization.id(), days, shown.organization(organization.id(), days)));
    }

    /**
     * The organization by calendar month, with distinct people.
     *
     * @param since a day of the first month; 28 days back without it
     * @param until a day of the last month; today without it
     */
    @Get("/usage/months")
    MonthList months(
            Authentication caller, String org, @Nullable @QueryValue String since, @Nullable @QueryValue String until) {
        Organization organization = doorkeeper.reader(caller, org).organization();
        return new MonthList(months.months(organization.id(), Days.of(since, until, today())));
    }

    /**
     * One person by day.
     *
     * @param since first day, inclusive; 28 days back without it
     */
    @Get("/users/{login}/usage")
    PersonUsage person(Authentication caller, String org, String login, @Nullable @QueryValue String since) {
        Reader reader = doorkeeper.reader(caller, org);
        Organization organization = reader.organization();
        requireMayAskAbout(caller, reader, login);
        Days days = Days.of(since, null, today());
        Person person = person(organization, login);
        return new PersonUsage(
                person.login(),
                people.lastActiveDay(organization.id(), person.id()),
                usage.person(organization.id(), person.id(), days));
    }

    /** Somebody with a seat may be no member, and somebody in the reports may be neither (any more). */
    private Person person(Organization organization, String login) {
        Person known = directory.personByLogin(organization.id(), login);
        Person person = known == null ? people.byLogin(organization.id(), login) : known;
        if (person == null) {
            throw unknown(login);
        }
        return person;
    }

    /** To a member everybody else is unknown, whether they are there or not. Everybody may ask about themselves. */
    private void requireMayAskAbout(Authentication caller, Reader reader, String login) {
        switch (reader) {
            case Reader.OfEverything(Organization organization) -> doorkeeper.requireNames(caller, organization);
            case Reader.Member member -> {
                if (!doorkeeper.isSelf(member, login)) {
                    throw unknown(login);
                }
            }
        }
    }

    private static ProblemException unknown(String login) {
        return ProblemException.notFound("nobody named " + login + " is known here");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
