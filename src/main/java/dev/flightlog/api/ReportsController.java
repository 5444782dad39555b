package dev.flightlog.api;

import dev.flightlog.copilot.ReportKind;
import dev.flightlog.governance.Policies;
import dev.flightlog.ingest.CurrentReport;
import dev.flightlog.ingest.CurrentReport.Answer;
import dev.flightlog.ingest.archive.ReportArchive;
import dev.flightlog.organization.Organization;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** GitHub's reports: which were imported, their files as GitHub sent them, and GitHub's own current links. */
@Controller("/api/orgs/{org}/reports")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "reports")
class ReportsController {
    private static final String NDJSON = "application/x-ndjson";

    private final OrganizationAccess doorkeeper;
    private final ReportLedgerStore ledger;
    private final ReportArchive archive;
    private final CurrentReport current;
    private final Policies policies;
    private final ApiLinks urls;

    ReportsController(
            OrganizationAccess doorkeeper,
            ReportLedgerStore ledger,
            ReportArchive archive,
            CurrentReport current,
            Policies policies,
            ApiLinks urls) {
        this.doorkeeper = doorkeeper;
        this.ledger = ledger;
        this.archive = archive;
        this.current = current;
        this.policies = policies;
        this.urls = urls;
    }

    /**
     * Lists the reports that were asked for.
     *
     * @param page from 1
     * @param perPage at most 100
     */
    @Get
    HttpResponse<ReportList> reports(
            Authentication caller,
            HttpRequest<?> request,
            String org,
            @Nullable @QueryValue String page,
            @Nullable @QueryValue("per_page") String perPage) {
        Organization organization = doorkeeper.organization(caller, org);
        Page asked = Page.of(page, perPage);
        boolean named = doorkeeper.namesPeople(caller, organization);
        PartUrls parts = named ? new PartUrls(urls.ofOrganization(organization.login())) : PartUrls.NONE;
        ReportList all = new ReportList(ledger.count(organization.id()), ledger.page(organization.id(), asked, parts));
        ReportList list = named
                ? all
                : all.withoutFew(
                        policies.inForce(organization.id()).policy().privacy().minTeamSize());
        return asked.link(HttpResponse.ok(list), urls.of(request), list.totalReports());
    }

    /** GitHub's current links to the latest 28-day report of users. */
    @Get("/users-28-day/latest")
    ReportLinks latestUsers(Authentication caller, String org) {
        Organization organization = doorkeeper.organization(caller, org);
        doorkeeper.requireNames(caller, organization);
        return switch (current.latestUsers(organization)) {
            case Answer.Links links -> new ReportLinks(links.links(), links.firstDay(), links.lastDay());
            case Answer.NoReport(String why) -> throw ProblemException.notFound(why);
            case Answer.Refused(String why) -> throw ProblemException.unavailable("GitHub: " + why);
        };
    }

    /**
     * A part file as GitHub sent it.
     *
     * @param kind of report, such as users-1-day
     * @param day the report's day; for a 28-day report the last one
     * @param part from 1
     */
    @Get("/{kind}/{day}/parts/{part}")
    @Produces(NDJSON)
    @Operation
    @ApiResponse(
            responseCode = "200",
            description = "One JSON object a line",
            content = @Content(mediaType = NDJSON, schema = @Schema(type = "string")))
    StreamedFile part(Authentication caller, String org, String kind, String day, int part) throws IOException {
        Organization organization = doorkeeper.organization(caller, org);
        doorkeeper.requireNames(caller, organization);
        ReportKind report = kind(kind);
        LocalDate date = Days.date("day", day);
        if (part < 1 || part > archive.parts(organization.id(), report, date)) {
            throw ProblemException.notFound("no such file is kept");
        }
        return new StreamedFile(archive.open(organization.id(), report, date, part), MediaType.of(NDJSON));
    }

    private static ReportKind kind(String text) {
        try {
            return ReportKind.of(text);
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.notFound("there is no kind of report " + text);
        }
    }
}
