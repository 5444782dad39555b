package dev.flightlog.session;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A page that says who is signed in, and one that changes something. */
@Hidden
@Controller("/portfolio/probe")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "flightlog.test.probe")
class ProbeController {
    private final VisibleOrganizations organizations;

    ProbeController(VisibleOrganizations organizations) {
        this.organizations = organizations;
    }

    @Get
    @Produces(MediaType.TEXT_PLAIN)
    String who(SignedIn person) {
        return person.login() + " " + person.csrfToken() + " " + seen(person);
    }

    @Get("/anybody")
    @Produces(MediaType.TEXT_PLAIN)
    String anybody(@Nullable SignedIn person, HttpRequest<?> request) {
        return person == null ? "nobody " + request.getMethod() : person.login();
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_PLAIN)
    String change(SignedIn person, @Body Map<String, String> form) {
        return person.login() + " wrote " + form.get("word");
    }

    private String seen(SignedIn person) {
        return organizations.all(person).stream()
                .map(each -> each.organization().login() + ":" + each.role())
                .collect(Collectors.joining(","));
    }
}
