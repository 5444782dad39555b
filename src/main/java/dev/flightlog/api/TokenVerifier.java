package dev.flightlog.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.flightlog.settings.PublicUrl;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Believes tokens that the issuer signed for this server: RS256 by a published key, issuer, audience and times.
 *
 * <p>RS256 only: a token cannot choose "none", nor HS256 with the public key as secret. Keys are kept five minutes; a
 * key nobody knows is looked for at once, but at most twice in half a minute, however many such tokens come.
 */
@Singleton
class TokenVerifier {
    private static final Logger LOG = LoggerFactory.getLogger(TokenVerifier.class);
    private static final Duration KEYS_LIVE = Duration.ofMinutes(5);
    private static final Duration REFETCH_AT_MOST_EVERY = Duration.ofSeconds(30);
    private static final Duration OUTAGE_BRIDGED = Duration.ofHours(4);
    private static final Duration TIMEOUT = Duration.ofSeconds(6);
    private static final int MAX_BYTES = 200_000;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(3))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    TokenVerifier(ApiConfiguration configuration, PublicUrl address, InstantSource clock) throws MalformedURLException {
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys(configuration)));
        processor.setJWTClaimsSetVerifier(
                new Claims(configuration.issuer(), configuration.audienceOr(address.value()), clock));
    }

    /**
     * The claims of a token that can be believed; nothing for any other.
     *
     * @throws KeysUnavailableException when the issuer's keys cannot be fetched, so that the token cannot be checked
     */
    Optional<JWTClaimsSet> verify(String token) {
        try {
            return Optional.of(processor.process(token, null));
        } catch (RateLimitReachedException tooOften) {
            return Optional.empty();
        } catch (KeySourceException away) {
            throw new KeysUnavailableException(away);
        } catch (ParseException | BadJOSEException | JOSEException refused) {
            LOG.debug("a token was refused: {}", refused.getMessage());
            return Optional.empty();
        }
    }

    private static JWKSource<SecurityContext> keys(ApiConfiguration configuration) throws MalformedURLException {
        return JWKSourceBuilder.create(configuration.jwksUrl().toURL(), TokenVerifier::fetch)
                .cache(KEYS_LIVE.toMillis(), Duration.ofSeconds(15).toMillis())
                .refreshAheadCache(false)
                .rateLimited(REFETCH_AT_MOST_EVERY.toMillis())
                .outageTolerant(OUTAGE_BRIDGED.toMillis())
                .build();
    }

    /** One time for the whole answer: an issuer that sends a byte now and then would hold up whoever waits for its keys. */
    private static Resource fetch(URL address) throws IOException {
        CompletableFuture<HttpResponse<String>> answer = HTTP.sendAsync(
                HttpRequest.newBuilder(URI.create(address.toString())).build(),
                BodyHandlers.limiting(BodyHandlers.ofString(), MAX_BYTES));
        try {
            HttpResponse<String> keys = answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            if (keys.statusCode() != HttpURLConnection.HTTP_OK) {
                throw new IOException("the token issuer answered " + keys.statusCode());
            }
            return new Resource(
                    keys.body(), keys.headers().firstValue("Content-Type").orElse(null));
        } catch (TimeoutException late) {
            throw new IOException("the token issuer's keys did not come within " + TIMEOUT.toSeconds() + " s", late);
        } catch (ExecutionException failed) {
            throw new IOException("the token issuer did not answer", failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while the token issuer's keys were fetched");
        } finally {
            answer.cancel(true);
        }
    }

    /** Issuer, audience, expiry and not-before, by our own clock; and a life that ends soon. */
    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
        /** GitHub's tokens live for minutes. */
        private static final Duration MAX_LIFE_OF_WORKFLOWS = Duration.ofHours(1);
        /** Other issuers give an hour or two, the most patient a day. */
        private static final Duration MAX_LIFE_ELSEWHERE = Duration.ofHours(24);

        private final InstantSource clock;
        private final Duration maxLife;

        Claims(String issuer, String audience, InstantSource clock) {
            super(audience, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("exp"));
            this.clock = clock;
            this.maxLife = ApiConfiguration.isGitHubActions(issuer) ? MAX_LIFE_OF_WORKFLOWS : MAX_LIFE_ELSEWHERE;
        }

        /** The library takes {@code "exp": null} for an expiry. */
        @Override
        public void verify(JWTClaimsSet claims, @Nullable SecurityContext context) throws BadJWTException {
            super.verify(claims, context);
            Date expires = claims.getExpirationTime();
            if (expires == null) {
                throw new BadJWTException("no time at which it ends");
            }
            Date now = currentTime();
            Date issued = claims.getIssueTime();
            if (issued == null || issued.after(now)) {
                issued = now;
            }
            if (expires.toInstant().isAfter(issued.toInstant().plus(maxLife))) {
                throw new BadJWTException("lives for more than " + maxLife);
            }
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }

    /** The issuer's keys cannot be fetched. */
    static final class KeysUnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        KeysUnavailableException(KeySourceException cause) {
            super("the token issuer's keys cannot be fetched", cause);
        }
    }
}
