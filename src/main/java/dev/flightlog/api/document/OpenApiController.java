package dev.flightlog.api.document;

import dev.flightlog.settings.PublicUrl;
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
import java.net.URL;
import java.util.Collections;

/** Gives the API's own description; it is public, as the software is. */
@Hidden
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class OpenApiController {
    /** Written by the compiler from the controllers' signatures and comments. */
    private static final String OPENAPI = "META-INF/swagger/openapi.yml";

    private final PublicUrl publicUrl;

    OpenApiController(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Get("/openapi.yml")
    @Produces("application/yaml")
    byte[] openApi() throws IOException {
        try (InputStream document = ours().openStream()) {
            return PublishedApi.complete(document.readAllBytes(), publicUrl.value());
        }
    }

    /**
     * The document of this class's own jar or directory: tests have controllers too, and their document is first on the
     * class path.
     */
    private static URL ours() throws IOException {
        String here = String.valueOf(
                OpenApiController.class.getProtectionDomain().getCodeSource().getLocation());
        return Collections.list(OpenApiController.class.getClassLoader().getResources(OPENAPI)).stream()
                .filter(found -> found.toString().contains(here))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the jar lacks " + OPENAPI));
    }
}
