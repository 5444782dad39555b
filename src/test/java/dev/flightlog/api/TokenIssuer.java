package dev.flightlog.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** An issuer of tokens with its keys published on loopback, as GitHub Actions does. */
final class TokenIssuer implements AutoCloseable {
    static final String ISSUER = "https://token.actions.githubusercontent.com";

    /** A key takes a good part of a second to make, and serves every test that does not change it. */
    private static final RSAKey FIRST = newKey("first");

    private final AtomicInteger fetches = new AtomicInteger();
    private final HttpServer server;
    private volatile RSAKey key = FIRST;
    private volatile JWKSet published = new JWKSet(key.toPublicJWK());
    private volatile int status = 200;
    private volatile boolean dripping;

    TokenIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/jwks", exchange -> {
            fetches.incrementAndGet();
            byte[] body = published.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            for (int sent = 0; dripping && sent < body.length - 1; sent++) {
                exchange.getResponseBody().write(body, sent, 1);
                exchange.getResponseBody().flush();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    URI jwksUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks");
    }

    /** How often the keys were fetched. */
    int fetches() {
        return fetches.get();
    }

    /** From now on another key signs, and it alone is published. */
    void rotate(String name) {
        key = newKey(name);
        published = new JWKSet(key.toPublicJWK());
    }

    /** Sends the keys a byte at a time, ten a second. */
    void drips() {
        dripping = true;
    }

    /** The keys cannot be had, or can again. */
    void answers(int status) {
        this.status = status;
    }

    String sign(JWTClaimsSet claims) {
        return sign(claims, key);
    }

    String sign(JWTClaimsSet claims, RSAKey other) {
        return sign(claims, other, key.getKeyID());
    }

    String sign(JWTClaimsSet claims, RSAKey other, String keyId) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), claims);
            token.sign(new RSASSASigner(other));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** With {@code "exp": null}, which is no expiry. */
    String signWithoutEnd(JWTClaimsSet claims) {
        java.util.Map<String, Object> fields = new java.util.HashMap<>(claims.toJSONObject());
        fields.put("exp", null);
        com.nimbusds.jose.JWSObject token = new com.nimbusds.jose.JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                new com.nimbusds.jose.Payload(com.nimbusds.jose.util.JSONObjectUtils.toJSONString(fields)));
        try {
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** No signature at all. */
    static String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    /** HS256 with the public key as secret: in its PEM form, which an attacker can read. */
    String signedWithThePublicKeyAsSecret(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static RSAKey newKey(String name) {
        try {
            return new RSAKeyGenerator(2048).keyID(name).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
