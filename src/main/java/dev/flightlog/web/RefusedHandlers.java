package dev.flightlog.web;

import dev.flightlog.session.PageRefusedException;
import dev.flightlog.web.RefusedPage.Way;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/** Answers refused requests to pages with a page. */
@Factory
final class RefusedHandlers {
    @Singleton
    ExceptionHandler<PageRefusedException, HttpResponse<?>> refused(Html html, InstantSource clock) {
        return (_, refusal) -> html.answer(
                refusal.status(),
                Frame.open(refusal.title(), clock.instant()),
                new RefusedPage(refusal.title(), List.of(refusal.nextStep()), List.of(new Way("To the start", "/"))));
    }
}
