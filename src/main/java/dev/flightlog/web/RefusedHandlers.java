package dev.flightlog.web;

import dev.flightlog.github.GitHubException;
import dev.flightlog.github.rest.RedactedPath;
import dev.flightlog.session.PageRefusedException;
import dev.flightlog.web.RefusedPage.Way;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers refused requests to pages with a page. */
@Factory
final class RefusedHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedHandlers.class);

    /** Only pages let it through: who may see what has to be asked of GitHub, and it does not answer. */
    @Singleton
    ExceptionHandler<GitHubException, HttpResponse<?>> gitHubAway(Html html, InstantSource clock) {
        return (request, away) -> {
            LOG.warn("{} could not be answered: {}", RedactedPath.of(request.getPath()), away.getMessage());
            String title = "GitHub does not answer";
            return html.answer(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    Frame.open(title, clock.instant()),
                    new RefusedPage(
                            title,
                            List.of("What you may see has to be asked of GitHub, and it does not answer now. Try again"
                                    + " in a minute."),
                            List.of(new Way("To the start", "/"))));
        };
    }

    @Singleton
    ExceptionHandler<PageRefusedException, HttpResponse<?>> refused(Html html, InstantSource clock) {
        return (_, refusal) -> html.answer(
                refusal.status(),
                Frame.open(refusal.title(), clock.instant()),
                new RefusedPage(refusal.title(), List.of(refusal.nextStep()), List.of(new Way("To the start", "/"))));
    }
}
