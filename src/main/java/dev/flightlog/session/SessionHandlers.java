package dev.flightlog.session;

import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.net.URI;

/** Sends whoever is signed out to the start, and remembers where they wanted to go. */
@Factory
final class SessionHandlers {
    private static final URI START = URI.create("/");

    @Singleton
    ExceptionHandler<SignedOutException, HttpResponse<?>> signedOut(Cookies cookies) {
        return (request, _) -> request.getMethod() == HttpMethod.GET
                ? HttpResponse.seeOther(START)
                        .cookie(cookies.keepReturnTo(
                                ReturnPath.of(request.getUri().toString()).path()))
                        .header("Cache-Control", "no-store")
                : HttpResponse.seeOther(START).header("Cache-Control", "no-store");
    }
}
