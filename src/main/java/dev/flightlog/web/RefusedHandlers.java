package dev.flightlog.web;

import dev.flightlog.session.PageRefusedException;
import dev.flightlog.session.SignedIn;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Words what a page refuses. */
@Factory
final class RefusedHandlers {
    @Singleton
    ExceptionHandler<PageRefusedException, HttpResponse<String>> refused(Html html, InstantSource clock) {
        return (request, refused) -> {
            Frame frame = SignedIn.of(request)
                    .map(person -> Frame.of(person, refused.title(), clock.instant()))
                    .orElseGet(() -> Frame.open(refused.title(), clock.instant()));
            return html.answer(refused.status(), frame, new RefusedPage(refused.title(), refused.nextStep()));
        };
    }
}
