package dev.flightlog.api;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.organization.Organization;
import dev.flightlog.summary.Summaries;
import dev.flightlog.summary.SummaryWeek;
import dev.flightlog.summary.text.SummaryJson;
import dev.flightlog.usage.UsageTableStore;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.InstantSource;

/** Weekly summaries. */
@Controller("/api/orgs/{org}/summaries")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "summaries")
class SummariesController {
    private final OrganizationAccess doorkeeper;
    private final Summaries summaries;
    private final UsageTableStore usage;
    private final InstantSource clock;
    private final JsonMapper json;

    SummariesController(
            OrganizationAccess doorkeeper,
            Summaries summaries,
            UsageTableStore usage,
            InstantSource clock,
            JsonMapper json) {
        this.doorkeeper = doorkeeper;
        this.summaries = summaries;
        this.usage = usage;
        this.clock = clock;
        this.json = json;
    }

    /**
     * A week's summary as it was posted; for a week without a post, as it would be by the data that are here.
     *
     * @param week ISO week, such as 2026-W46, or latest for the newest that is over
     */
    @Get("/{week}")
    SummaryAnswer summary(Authentication caller, String org, String week) throws IOException {
        Organization organization = doorkeeper.reader(caller, org).organization();
        IsoWeek asked = week.equals("latest")
                ? latest(organization.id())
                : IsoWeek.parse(week)
                        .orElseThrow(() ->
                                ProblemException.badRequest("week must be an ISO week such as 2026-W46, or latest"));
        SummaryWeek found = summaries
                .of(organization, asked)
                .orElseThrow(() -> ProblemException.notFound("there are no data of week " + asked));
        return new SummaryAnswer(
                asked.toString(),
                found.text().title(),
                found.text().body(),
                json.readValue(SummaryJson.write(found.summary()), Argument.mapOf(String.class, Object.class)),
                found.madeAt(),
                found.postedAt(),
                found.post());
    }

    private IsoWeek latest(long org) {
        IsoWeek week = usage.latestWeek(org, clock.instant());
        if (week == null) {
            throw ProblemException.notFound("there are no data of any week yet");
        }
        return week;
    }
}
