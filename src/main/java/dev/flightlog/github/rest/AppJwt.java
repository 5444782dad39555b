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
import org.jspecify.annotations.Nullable;

/**
 * The App's own token: RS256, a minute back for clocks that differ, nine minutes ahead of at most ten (github.md: App
 * tokens).
 */
public final class AppJwt {
    private static final Duration BACK = Duration.ofSeconds(60);
    private static final Duration AHEAD = Duration.ofMinutes(9);
    private static final Duration REUSED_FOR = Duration.ofMinutes(1);

    private final String appId;
    private final RSASSASigner signer;
    private final InstantSource clock;
    private volatile @Nullable Signed latest;

    public AppJwt(String appId, RSAPrivateKey key, InstantSource clock) {
        this.appId = appId;
        this.signer = new RSASSASigner(key);
        this.clock = clock;
    }

    /** A token for the App itself; one that was signed less than a minute ago is used again, because signing costs milliseconds. */
    public String token() {
        Instant now = clock.instant();
        Signed last = latest;
        if (last == null || now.isBefore(last.at) || !now.isBefore(last.at.plus(REUSED_FOR))) {
            last = new Signed(sign(now), now);
            latest = last;
        }
        return last.token;
    }

    private String sign(Instant now) {
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

    private record Signed(String token, Instant at) {
        @Override
        public String toString() {
            return "Signed[" + at + "]";
        }
    }

    @Override
    public String toString() {
        return "AppJwt[appId=" + appId + ", key=***]";
    }
}
