package dev.flightlog.api.document;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

/** What the OpenAPI document says of the API as a whole. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Flightlog",
                        version = "1",
                        description = "What Flightlog knows of an organization's GitHub Copilot. Days are UTC days,"
                                + " money is US dollars. Every refusal is a problem (RFC 9457): 401 without a token that"
                                + " can be believed, 403 for another organization's token and where people are not named,"
                                + " 404 for what is not there or may not be shown."),
        security = @SecurityRequirement(name = "token"))
@SecurityScheme(
        name = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description =
                "By default a GitHub Actions OIDC token of a workflow in the organization's governance repository,"
                        + " with Flightlog's public URL as audience. Another issuer names organizations in flightlog_org.")
final class ApiDefinition {
    private ApiDefinition() {}
}
