package dev.flightlog.api;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.flightlog.session.AccessTokens;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Turns a Bearer token that can be believed into who asks. Never on an event loop: keys may have to be fetched. */
@Singleton
class ApiTokenValidator implements TokenValidator<HttpRequest<?>> {
    private final TokenVerifier verifier;
    private final AccessTokens accessTokens;
    private final ExecutorService executor;

    ApiTokenValidator(
            TokenVerifier verifier,
            AccessTokens accessTokens,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.accessTokens = accessTokens;
        this.verifier = verifier;
        this.executor = executor;
    }

    @Override
    public Publisher<Authentication> validateToken(String token, HttpRequest<?> request) {
        return Mono.fromCallable(() -> authentication(token))
                .flatMap(Mono::justOrEmpty)
                .subscribeOn(Schedulers.fromExecutor(executor));
    }

    private Optional<Authentication> authentication(String token) {
        return AccessTokens.claims(token)
                ? accessTokens.use(token).map(PersonAuthentication::new)
                : verifier.verify(token).map(ApiTokenValidator::authentication);
    }

    private static Authentication authentication(JWTClaimsSet claims) {
        String name = Optional.ofNullable(claims.getSubject()).orElse("token");
        return Authentication.build(name, claims.getClaims());
    }
}
