package dev.flightlog.web.account;

import dev.flightlog.github.GitHubException;
import dev.flightlog.github.rest.RedactedPath;
import dev.flightlog.web.Frame;
import dev.flightlog.web.Html;
import dev.flightlog.web.RefusedPage;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that GitHub is away where it has to be asked what somebody may see. Only pages let that through. */
@Factory
final class GitHubAwayHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(GitHubAwayHandlers.class);
    private static final String TITLE = "GitHub does not answer";

    @Singleton
    ExceptionHandler<GitHubException, HttpResponse<String>> gitHubAway(Html html, InstantSource clock) {
        return (request, away) -> {
            LOG.warn("{} could not be answered: {}", RedactedPath.of(request.getPath()), away.getMessage());
            return html.answer(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    Frame.open(TITLE, clock.instant()),
                    new RefusedPage(
                            TITLE,
                            "What you may see has to be asked of GitHub, and it does not answer now. Try again in a"
                                    + " minute."));
        };
    }
}
