package dev.flightlog.github.rest;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;

/**
 * The App's own token: RS256, a minute back for clocks that differ, nine minutes ahead of at most ten (github.md: App
 * tokens).
 */
public final class AppJwt {
    private static final Duration BACK = Duration.ofSeconds(60);
    private static final Duration AHEAD = Duration.ofMinutes(9);

    private final String appId;
    private final RSASSASigner signer;
    private final InstantSource clock;

    public AppJwt(String appId, RSAPrivateKey key, InstantSource clock) {
        this.appId = appId;
        this.signer = new RSASSASigner(key);
        this.clock = clock;
    }

    public String sign() {
        Instant now = clock.instant();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).build(),
                new JWTClaimsSet.Builder()
                        .issuer(appId)
                        .issueTime(Date.from(now.minus(BACK)))
                        .expirationTime(Date.from(now.plus(AHEAD)))
                        .build());
        try {
            jwt.sign(signer);
        } catch (JOSEException unsignable) {
            throw new IllegalStateException("the App's private key cannot sign", unsignable);
        }
        return jwt.serialize();
    }

    @Override
    public String toString() {
        return "AppJwt[appId=" + appId + ", key=***]";
    }
}
