package dev.flightlog.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;

/** Gives the API's own description; it is public, as the software is. */
@Hidden
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class OpenApiController {
    /** Written by the compiler from the controllers' signatures and comments. */
    private static final String OPENAPI = "/META-INF/swagger/openapi.yml";

    @Get("/openapi.yml")
    @Produces("application/yaml")
    byte[] openApi() throws IOException {
        try (InputStream document = OpenApiController.class.getResourceAsStream(OPENAPI)) {
            if (document == null) {
                throw new IllegalStateException("the jar lacks " + OPENAPI);
            }
            return document.readAllBytes();
        }
    }
}
