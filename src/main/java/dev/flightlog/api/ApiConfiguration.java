package dev.flightlog.api;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Whose tokens the API accepts; by default those of GitHub Actions.
 *
 * @param issuer the token's {@code iss}
 * @param jwksUrl where the issuer publishes its public keys
 * @param audience the token's {@code aud}; the public URL, without a slash at its end, unless set
 */
@ConfigurationProperties("flightlog.api")
public record ApiConfiguration(
        @Bindable(defaultValue = ApiConfiguration.GITHUB_ACTIONS)
        String issuer,

        @Bindable(defaultValue = "https://token.actions.githubusercontent.com/.well-known/jwks")
        URI jwksUrl,

        @Nullable String audience) {
    static final String GITHUB_ACTIONS = "https://token.actions.githubusercontent.com";

    /**
     * Whether an issuer is GitHub Actions: of github.com, there with the enterprise's name too, of a SUBDOMAIN.ghe.com, or of
     * an Enterprise Server.
     * <a href="https://docs.github.com/en/actions/concepts/security/openid-connect">OpenID Connect</a>
     */
    static boolean isGitHubActions(String issuer) {
        return issuer.startsWith("https://token.actions.") || issuer.endsWith("/_services/token");
    }

    /** The audience that a token must name. */
    String audienceOr(String publicUrl) {
        return audience == null || audience.isBlank() ? publicUrl : audience;
    }
}
