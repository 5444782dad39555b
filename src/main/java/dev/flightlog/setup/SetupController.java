package dev.flightlog.setup;

import dev.flightlog.github.GitHubConfiguration;
import dev.flightlog.settings.PublicUrl;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Map;
import java.util.Optional;

/** The way from nothing to an App: choose, confirm on GitHub, take the credentials. Gone once an App is configured. */
@Controller("/setup")
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(condition = NotConfigured.class)
@ExecuteOn(TaskExecutors.BLOCKING)
class SetupController {
    private final SetupTickets tickets;
    private final AppManifest manifest;
    private final Conversion conversion;
    private final PublicUrl address;
    private final GitHubConfiguration github;
    private final LostCredentials credentials;

    SetupController(
            SetupTickets tickets,
            AppManifest manifest,
            Conversion conversion,
            PublicUrl address,
            GitHubConfiguration github,
            LostCredentials credentials) {
        this.tickets = tickets;
        this.manifest = manifest;
        this.conversion = conversion;
        this.address = address;
        this.github = github;
        this.credentials = credentials;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> start(@QueryValue(defaultValue = "") String token) {
        return closed(token).orElseGet(() -> choice(token, "")).answer();
    }

    /** Nothing goes to GitHub yet: the person's own browser does that from the page. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> choose(@Body Map<String, String> form) {
        String token = form.getOrDefault("token", "");
        return closed(token)
                .orElseGet(() -> AppOwner.of(form.getOrDefault("owner", ""), form.getOrDefault("organization", ""))
                        .map(this::confirmation)
                        .orElseGet(() -> choice(
                                token,
                                "Which organization? Write its name as in its address on" + " GitHub, such as acme.")))
                .answer();
    }

    @Get("/callback")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> callback(
            @QueryValue(defaultValue = "") String code, @QueryValue(defaultValue = "") String state) {
        return conversion.convert(code, state).answer();
    }

    private Optional<Page> closed(String token) {
        if (tickets.used()) {
            return Optional.of(Page.problem(
                    HttpStatus.GONE,
                    "The App is made",
                    "This address worked once. Restart Flightlog with the credentials that were shown. If they"
                            + " are lost, delete the App on GitHub and restart Flightlog without them: its log"
                            + " then has a new address."));
        }
        return tickets.opens(token)
                ? Optional.empty()
                : Optional.of(Page.problem(
                        HttpStatus.FORBIDDEN,
                        "This page needs its token",
                        "Open the whole address from Flightlog's log, with the token at its end. "
                                + "Each start of the server has another one."));
    }

    private Page choice(String token, String problem) {
        String unreachable = address.reachableForGitHub()
                ? ""
                : "GitHub cannot reach " + address.value()
                        + ". Set FLIGHTLOG_PUBLIC_URL to an https address that it can reach, and restart, before you"
                        + " go on.";
        Page page = Page.ok(
                "Set up Flightlog",
                "setup",
                Map.of(
                        "token",
                        token,
                        "problem",
                        problem,
                        "lost",
                        credentials.sentence(),
                        "unreachable",
                        unreachable,
                        "public_url",
                        address.value(),
                        "web_url",
                        github.webUrl().toString()));
        return problem.isEmpty() ? page : page.badRequest();
    }

    private Page confirmation(AppOwner owner) {
        return Page.ok(
                        "Confirm on GitHub",
                        "confirm",
                        Map.of(
                                "action", github.webUrl() + owner.path() + "?state=" + tickets.issue(),
                                "owner", owner.inWords(),
                                "web_url", github.webUrl().toString(),
                                "manifest", manifest.json(owner)))
                .postingTo(github.webUrl().toString());
    }
}
