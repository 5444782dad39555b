package dev.flightlog.app;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Gives editors the schema of the policy file; it is public, as the software is. */
@Controller("/schemas")
@Secured(SecurityRule.IS_ANONYMOUS)
final class SchemaController {
    private static final String JSON_SCHEMA = "application/schema+json";

    private final ResourceResolver resources;

    SchemaController(ResourceResolver resources) {
        this.resources = resources;
    }

    @Get("/flightlog.schema.json")
    @Produces(JSON_SCHEMA)
    HttpResponse<StreamedFile> policy() {
        return HttpResponse.ok(new StreamedFile(
                        resources
                                .getResourceAsStream("classpath:schemas/flightlog.schema.json")
                                .orElseThrow(),
                        MediaType.of(JSON_SCHEMA)))
                .header("Cache-Control", "public, max-age=3600");
    }
}
