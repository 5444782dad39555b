package dev.flightlog.web;

import dev.flightlog.github.SignIn;
import dev.flightlog.session.SignedIn;
import dev.flightlog.session.VisibleOrganization;
import dev.flightlog.session.VisibleOrganizations;
import io.micronaut.context.annotation.Property;
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
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /}: what this is and the way in; for who is signed in, their organizations. */
@Hidden
@Controller("/")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class HomeController {
    private final Html html;
    private final VisibleOrganizations organizations;
    private final InstantSource clock;
    private final HomePage.SignIn signIn;

    HomeController(
            Html html,
            VisibleOrganizations organizations,
            InstantSource clock,
            SignIn signIn,
            @Nullable @Property(name = "flightlog.github.app-id") String appId) {
        this.html = html;
        this.organizations = organizations;
        this.clock = clock;
        this.signIn = isMissing(appId)
                ? HomePage.SignIn.NO_APP
                : signIn.configured() ? HomePage.SignIn.ON : HomePage.SignIn.OFF;
    }

    private static boolean isMissing(@Nullable String setting) {
        return setting == null || setting.isBlank();
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> home(@Nullable SignedIn person) {
        return person == null
                ? html.ok(Frame.open("Welcome", clock.instant()), new HomePage.SignedOut(signIn))
                : home(person, organizations.all(person));
    }

    private HttpResponse<String> home(SignedIn person, List<VisibleOrganization> visible) {
        if (visible.size() == 1) {
            String login = visible.getFirst().organization().login();
            return HttpResponse.<String>seeOther(URI.create("/orgs/" + Query.segment(login)))
                    .header("Cache-Control", "no-store");
        }
        return html.ok(
                Frame.of(person, "Your organizations", clock.instant()),
                new HomePage.Organizations(
                        visible.stream()
                                .map(each -> new HomePage.Choice(
                                        each.organization().login(), each.admin() ? "admin" : "member"))
                                .toList(),
                        visible.stream().filter(VisibleOrganization::admin).count() > 1));
    }
}
