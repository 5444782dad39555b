package dev.flightlog.setup;

import dev.flightlog.governance.GovernanceConfiguration;
import dev.flightlog.session.SignedIn;
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
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where GitHub sends the person who installed the App: what happens now and what is missing. Anybody can open it with
 * any number, so it says no name, no id and no figure: only whether a repository is still missing.
 */
@Controller("/setup/installed")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class InstalledController {
    private static final int LOOK_AGAIN_SECONDS = 10;
    private static final String NUMBER = "[0-9]{1,18}";

    private final InstallationLookup installations;
    private final GovernanceConfiguration configuration;
    /** Null while an App is configured. */
    private final @Nullable LostCredentials credentials;

    InstalledController(
            InstallationLookup installations,
            GovernanceConfiguration configuration,
            @Nullable LostCredentials credentials) {
        this.installations = installations;
        this.configuration = configuration;
        this.credentials = credentials;
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> installed(
            @Nullable SignedIn person, @QueryValue(value = "installation_id", defaultValue = "") String installation) {
        if (credentials != null) {
            return unconfigured(credentials).answer();
        }
        return (installation.isBlank() ? all() : page(person, installation)).answer();
    }

    private static Page unconfigured(LostCredentials credentials) {
        return credentials.any()
                ? Page.problem(
                        HttpStatus.CONFLICT,
                        "The App's credentials are missing",
                        "This server worked with an App whose credentials it was not given at its last start. Nothing"
                                + " is read or posted. Whoever runs it gives them back and restarts it; its log says how."
                                + " What GitHub sends meanwhile is fetched again.")
                : Page.problem(
                        HttpStatus.CONFLICT,
                        "Flightlog does not know its App yet",
                        "Restart Flightlog with the credentials that /setup showed. What GitHub has sent is "
                                + "fetched again, so nothing is lost.");
    }

    /**
     * Opened from a bookmark or a document, and not by GitHub. GitHub's own address of an installation holds its
     * number.
     */
    private Page all() {
        String list = installations.all().entrySet().stream()
                .map(entry -> "Installation " + entry.getKey() + " "
                        + entry.getValue().inWords())
                .collect(Collectors.joining("\n"));
        return Page.ok(
                        "Installations",
                        "installed-all",
                        Map.of(
                                "repository",
                                configuration.governanceRepository(),
                                "list",
                                list.isEmpty() ? installations.whyNone() : list))
                .refreshed(LOOK_AGAIN_SECONDS);
    }

    /** The filter for pages has checked that the form belongs to this session. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> adopt(SignedIn person, @Body Map<String, String> form) {
        String installation = form.getOrDefault("installation_id", "");
        AdoptionState state = installation.matches(NUMBER)
                ? installations.adopt(Long.parseLong(installation), person.personId(), person.login())
                : AdoptionState.NOTHING_TO_ADOPT;
        return switch (state) {
            case ADOPTED -> HttpResponse.seeOther(URI.create("/setup/installed?installation_id=" + installation));
            case NOT_AN_OWNER ->
                Page.problem(
                                HttpStatus.FORBIDDEN,
                                "Only an owner may confirm",
                                "Nothing was changed. An owner of the organization opens this page and confirms, or"
                                        + " comments /copilot adopt on an issue in the repository.")
                        .answer();
            case NOTHING_TO_ADOPT ->
                Page.problem(
                                HttpStatus.NOT_FOUND,
                                "No repository waits to be confirmed",
                                "Nothing was changed. It may be confirmed already, renamed or deleted.")
                        .answer();
        };
    }

    private Page page(@Nullable SignedIn person, String installation) {
        Map<String, String> values = Map.of("repository", configuration.governanceRepository());
        return switch (state(installation)) {
            case InstallationState.Ready _ -> Page.ok("Flightlog is installed", "installed-ready", values);
            case InstallationState.Refused(String whatToDo) ->
                Page.ok("A person must act", "installed-refused", Map.of("what_to_do", whatToDo))
                        .refreshed(LOOK_AGAIN_SECONDS);
            case InstallationState.Waits(String why) ->
                Page.ok("Flightlog waits", "installed-waits", Map.of("why", why))
                        .refreshed(LOOK_AGAIN_SECONDS);
            case InstallationState.Missing _ ->
                Page.ok("One thing is missing", "installed-missing", values).refreshed(LOOK_AGAIN_SECONDS);
            case InstallationState.Unconfirmed _ ->
                person == null
                        ? Page.ok("An owner has to confirm", "installed-unconfirmed", values)
                                .refreshed(LOOK_AGAIN_SECONDS)
                        : Page.ok(
                                "An owner has to confirm",
                                "installed-confirm",
                                Map.of(
                                        "repository", configuration.governanceRepository(),
                                        "installation", installation,
                                        "csrf", person.csrfToken()));
            case InstallationState.Unknown _ ->
                Page.ok("Flightlog is being set up", "installed-unknown", values)
                        .refreshed(LOOK_AGAIN_SECONDS);
        };
    }

    private InstallationState state(String installation) {
        return installation.matches(NUMBER)
                ? installations.state(Long.parseLong(installation))
                : installations.unheardOf();
    }
}
