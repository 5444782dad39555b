package dev.flightlog.setup;

import io.micronaut.context.env.Environment;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where GitHub sends the person who installed the App: what happens now and what is missing. Anybody can open it with any
 * number, so it says no name, no id and no figure: only whether a repository is still missing.
 */
@Controller("/setup/installed")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class InstalledController {
    private static final int LOOK_AGAIN_SECONDS = 10;

    private final InstallationLookup installations;
    private final SetupConfiguration configuration;
    private final boolean configured;

    InstalledController(InstallationLookup installations, SetupConfiguration configuration, Environment environment) {
        this.installations = installations;
        this.configuration = configuration;
        this.configured = environment
                .getProperty("flightlog.github.app-id", String.class)
                .filter(id -> !id.isBlank())
                .isPresent();
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> installed(@QueryValue(value = "installation_id", defaultValue = "") String installation) {
        if (!configured) {
            return Page.problem(
                            HttpStatus.CONFLICT,
                            "Flightlog does not know its App yet",
                            "Restart Flightlog with the credentials that /setup showed. What GitHub sent meanwhile is "
                                    + "fetched again, so nothing is lost.")
                    .answer();
        }
        return (installation.isBlank() ? all() : page(installation)).answer();
    }

    /** Opened from a bookmark or a document, and not by GitHub. Numbers stand in GitHub's own address of an installation. */
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
                                list.isEmpty() ? "The App is installed nowhere yet." : list))
                .refreshed(LOOK_AGAIN_SECONDS);
    }

    private Page page(String installation) {
        Map<String, String> values = Map.of("repository", configuration.governanceRepository());
        return switch (state(installation)) {
            case InstallationState.Ready _ -> Page.ok("Flightlog is installed", "installed-ready", values);
            case InstallationState.Refused(String whatToDo) ->
                Page.ok("A person must act", "installed-refused", Map.of("what_to_do", whatToDo))
                        .refreshed(LOOK_AGAIN_SECONDS);
            case InstallationState.Missing _ ->
                Page.ok("One thing is missing", "installed-missing", values).refreshed(LOOK_AGAIN_SECONDS);
            case InstallationState.Unknown _ ->
                Page.ok("Flightlog is being set up", "installed-unknown", values)
                        .refreshed(LOOK_AGAIN_SECONDS);
        };
    }

    private InstallationState state(String installation) {
        return installation.matches("[0-9]{1,18}")
                ? installations.state(Long.parseLong(installation))
                : new InstallationState.Unknown();
    }
}
