package dev.flightlog.api;

import dev.flightlog.database.DatabaseException;
import dev.flightlog.github.rest.RedactedPath;
import dev.flightlog.session.PagePath;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers our own failures as problems. */
@Factory
final class ProblemHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandlers.class);
    private static final String RETRY_AFTER_SECONDS = "30";

    @Singleton
    ExceptionHandler<ProblemException, HttpResponse<Problem>> problems() {
        return (_, problem) -> answer(problem.status(), problem.problem());
    }

    @Singleton
    ExceptionHandler<TokenVerifier.KeysUnavailableException, HttpResponse<Problem>> keysUnavailable() {
        return (_, _) -> later("the token issuer's keys cannot be fetched, so the token cannot be checked");
    }

    /** Anything that does not pass later is a bug. */
    @Singleton
    ExceptionHandler<DatabaseException, HttpResponse<?>> databaseRefused(ErrorResponseProcessor<?> pages) {
        return (request, refused) -> {
            if (PagePath.matches(request.getPath())) {
                return onPage(request, refused, pages);
            }
            if (refused.away()) {
                return later("the database is unavailable");
            }
            LOG.error("{} failed", RedactedPath.of(request.getPath()), refused);
            return answer(
                    HttpStatus.INTERNAL_SERVER_ERROR,
                    Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "something failed here; the server's log says more"));
        };
    }

    private static HttpResponse<?> onPage(
            HttpRequest<?> request, DatabaseException refused, ErrorResponseProcessor<?> pages) {
        HttpStatus status = refused.away() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR;
        if (!refused.away()) {
            LOG.error("{} failed", RedactedPath.of(request.getPath()), refused);
        }
        return pages.processResponse(
                ErrorContext.builder(request).cause(refused).build(), HttpResponse.status(status));
    }

    private static HttpResponse<Problem> later(String detail) {
        return HttpResponse.<Problem>status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(Problem.MEDIA_TYPE)
                .header("Retry-After", RETRY_AFTER_SECONDS)
                .body(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, detail));
    }

    private static HttpResponse<Problem> answer(HttpStatus status, Problem problem) {
        return HttpResponse.<Problem>status(status)
                .contentType(Problem.MEDIA_TYPE)
                .body(problem);
    }
}
