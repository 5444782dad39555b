package dev.flightlog.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks an App's JWT as GitHub does: RS256, iat not ahead, exp at most ten minutes ahead, iss (github.md: App tokens).
 */
final class AppJwtCheck {
    private static final long MAX_SECONDS = 600;

    static final String OTHER_ISSUER = "JWT iss is ";

    private static final Map<String, String> CLAIMS = Map.of(
            "JWT iat lies in the future",
            "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
            "JWT has expired",
            "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion"
                    + " expires",
            "JWT exp is more than 10 minutes ahead",
            "'Expiration time' claim ('exp') is too far in the future");

    private final PublicKey key;
    private final Set<String> issuers;

    AppJwtCheck(PublicKey key, Set<String> issuers) {
        this.key = key;
        this.issuers = issuers;
    }

    /** GitHub's words for what is wrong. */
    static String said(String problem) {
        return CLAIMS.getOrDefault(problem, "A JSON web token could not be decoded");
    }

    /** What is wrong with the token, or null when it is good. */
    @Nullable
    String problem(String jwt, Instant now) {
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3) {
            return "JWT has " + parts.length + " parts";
        }
        try {
            JsonNode header = part(parts[0]);
            if (!header.path("alg").asText().equals("RS256")) {
                return "JWT alg is " + header.path("alg").asText();
            }
            if (!signed(parts)) {
                return "JWT signature is wrong";
            }
            return claimProblem(part(parts[1]), now.getEpochSecond());
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            return "JWT cannot be decoded: " + e.getMessage();
        }
    }

    private @Nullable String claimProblem(JsonNode claims, long now) {
        if (!claims.path("iat").isIntegralNumber() || !claims.path("exp").isIntegralNumber()) {
            return "JWT iat and exp must be whole numbers";
        }
        if (claims.path("iat").asLong() > now) {
            return "JWT iat lies in the future";
        }
        if (claims.path("exp").asLong() <= now) {
            return "JWT has expired";
        }
        if (claims.path("exp").asLong() > now + MAX_SECONDS) {
            return "JWT exp is more than 10 minutes ahead";
        }
        if (!issuers.contains(claims.path("iss").asText())) {
            return OTHER_ISSUER + claims.path("iss").asText();
        }
        return null;
    }

    private boolean signed(String[] parts) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(key);
        verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return verifier.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    private static JsonNode part(String text) throws IOException {
        return Json.MAPPER.readTree(Base64.getUrlDecoder().decode(text));
    }
}
