package dev.flightlog.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.flightlog.settings.PublicUrl;
import dev.flightlog.support.SettableClock;
import java.net.MalformedURLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the verifier gets and keeps the issuer's keys. */
class TokenVerifierTest {
    private static final String AUDIENCE = "https://flightlog.example";
    private static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");

    private final TokenIssuer issuer = new TokenIssuer();
    private final TokenVerifier verifier;

    TokenVerifierTest() throws MalformedURLException {
        verifier = new TokenVerifier(
                new ApiConfiguration(TokenIssuer.ISSUER, issuer.jwksUrl(), null),
                new PublicUrl(AUDIENCE),
                new SettableClock(NOW));
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void fetchesTheKeysOnceForManyTokens() {
        for (int number = 0; number < 10; number++) {
            assertThat(verifier.verify(issuer.sign(claims()))).isPresent();
        }
        assertThat(issuer.fetches()).isEqualTo(1);
    }

    @Test
    void believesANewKeyAsSoonAsItIsPublished() {
        String old = issuer.sign(claims());
        assertThat(verifier.verify(old)).isPresent();
        issuer.rotate("second");

        assertThat(verifier.verify(issuer.sign(claims()))).isPresent();
        assertThat(verifier.verify(old)).isEmpty();
    }

    @Test
    void asksTwiceAtMostHoweverManyUnknownKeysCome() {
        assertThat(verifier.verify(issuer.sign(claims()))).isPresent();
        RSAKey unknown = TokenIssuer.newKey("unknown");
        for (int number = 0; number < 20; number++) {
            String token = issuer.sign(claims(), unknown, "unknown-" + number);
            assertThat(verifier.verify(token)).isEmpty();
        }
        assertThat(issuer.fetches()).isLessThanOrEqualTo(2);
        assertThat(verifier.verify(issuer.sign(claims()))).isPresent();
    }

    @Test
    void saysSoWhenTheKeysCannotBeFetched() {
        issuer.answers(500);

        assertThatThrownBy(() -> verifier.verify(issuer.sign(claims())))
                .isInstanceOf(TokenVerifier.KeysUnavailableException.class);
    }

    @Test
    void anIssuerThatSendsAByteNowAndThenHoldsNobodyUp() {
        issuer.drips();
        Instant start = Instant.now();

        assertThatThrownBy(() -> verifier.verify(issuer.sign(claims())))
                .isInstanceOf(TokenVerifier.KeysUnavailableException.class);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aSlashAtTheEndOfThePublicUrlIsNoPartOfTheAudience() throws MalformedURLException {
        TokenVerifier slashed = new TokenVerifier(
                new ApiConfiguration(TokenIssuer.ISSUER, issuer.jwksUrl(), null),
                new PublicUrl(AUDIENCE + "/"),
                new SettableClock(NOW));

        assertThat(slashed.verify(issuer.sign(claims()))).isPresent();
    }

    private static JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer(TokenIssuer.ISSUER)
                .audience(AUDIENCE)
                .expirationTime(Date.from(NOW.plusSeconds(60)))
                .build();
    }
}
