package dev.flightlog.web;

import dev.flightlog.api.ProblemErrors;
import dev.flightlog.session.PagePath;
import dev.flightlog.session.SignedIn;
import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes pages of the errors that the server itself answers to a browser; machines get problems. */
@Primary
@Singleton
class PageErrors implements ErrorResponseProcessor<Object> {
    private final ProblemErrors problems;
    private final Html html;
    private final InstantSource clock;

    PageErrors(ProblemErrors problems, Html html, InstantSource clock) {
        this.problems = problems;
        this.html = html;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("unchecked")
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        return (MutableHttpResponse<Object>) (MutableHttpResponse<?>)
                (PagePath.matches(context.getRequest().getPath())
                        ? page(context.getRequest(), response.status()).toMutableResponse()
                        : problems.processResponse(context, response));
    }

    private HttpResponse<String> page(HttpRequest<?> request, HttpStatus status) {
        RefusedPage page = words(status);
        Frame frame = SignedIn.of(request)
                .map(person -> Frame.of(person, page.title(), clock.instant()))
                .orElseGet(() -> Frame.open(page.title(), clock.instant()));
        return html.answer(status, frame, page);
    }

    private static RefusedPage words(HttpStatus status) {
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            return new RefusedPage(
                    "Not now", "The server cannot reach its database. Try again in a minute; nothing was changed.");
        }
        if (status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
            return new RefusedPage(
                    "Something failed here",
                    "The server's log says more. Go back, reload the page to see what was done, and try again.");
        }
        if (status == HttpStatus.NOT_FOUND) {
            return new RefusedPage(
                    "There is nothing here for you", "The address may be wrong. Start again from the first page.");
        }
        return new RefusedPage(
                "This cannot be answered", "The server does not understand what was sent. Go back and try again.");
    }
}
