package dev.flightlog.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.flightlog.fake.model.Organization;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

/** Tokens of a workflow in the governance repository, as GitHub Actions issues them. */
final class WorkflowTokens {
    private static final String ISSUER = "https://token.actions.githubusercontent.com";
    private static final String AUDIENCE = "http://localhost:8080";
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final RSAKey key;
    private final HttpServer keys;

    WorkflowTokens() {
        try {
            key = new RSAKeyGenerator(2048).keyID("bench").generate();
            keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        byte[] published = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        keys.createContext("/jwks", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, published.length);
            exchange.getResponseBody().write(published);
            exchange.close();
        });
        keys.start();
    }

    /** Environment variables of a server that accepts them. */
    Map<String, String> settings() {
        return Map.of(
                "FLIGHTLOG_API_JWKS_URL",
                "http://127.0.0.1:" + keys.getAddress().getPort() + "/jwks");
    }

    String of(Organization organization) {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("repo:acme/copilot-governance:ref:refs/heads/main")
                .claim("repository", "acme/copilot-governance")
                .claim("repository_owner", organization.login())
                .claim("repository_owner_id", Long.toString(organization.id()))
                .claim("repository_id", Long.toString(organization.governance().id()))
                .claim("ref", "refs/heads/main")
                .claim("event_name", "schedule")
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now.minus(LIFE)))
                .expirationTime(Date.from(now.plus(LIFE)))
                .build();
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
