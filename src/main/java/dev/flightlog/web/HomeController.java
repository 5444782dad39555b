package dev.flightlog.web;

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
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** {@code /}: what this is, and the way in. */
@Hidden
@Controller("/")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class HomeController {
    private final Html html;
    private final InstantSource clock;
    private final boolean signInIsOn;

    HomeController(
            Html html, InstantSource clock, @Nullable @Property(name = "flightlog.github.client-id") String clientId) {
        this.html = html;
        this.clock = clock;
        this.signInIsOn = clientId != null && !clientId.isBlank();
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> home() {
        return html.ok(Frame.open("Welcome", clock.instant()), new HomePage.SignedOut(signInIsOn));
    }
}
