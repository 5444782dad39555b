package dev.flightlog.api;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/**
 * Makes problems of the errors that the server itself answers to a machine: no token, no such path, a parameter it cannot
 * read.
 */
@Singleton
public class ProblemErrors {
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpStatus status = response.status();
        if (status == HttpStatus.UNAUTHORIZED) {
            response.header("WWW-Authenticate", "Bearer");
        }
        return response.contentType(Problem.MEDIA_TYPE).body(Problem.of(status, detail(status, context)));
    }

    /** Never the words of Java. Internal errors: the client gets a bare 500, details are logged. */
    private static String detail(HttpStatus status, ErrorContext context) {
        if (status == HttpStatus.UNAUTHORIZED) {
            return "a Bearer token is needed: a live access token made on /account, or a token of an accepted issuer,"
                    + " made for this server and not expired";
        }
        if (status.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.getCode()) {
            return "something failed here; the server's log says more";
        }
        Throwable cause = context.getRootCause().orElse(null);
        if (cause instanceof ConversionErrorException unreadable) {
            return "the parameter " + unreadable.getArgument().getName() + " cannot be read";
        }
        if (cause instanceof IllegalArgumentException) {
            return "the address cannot be read";
        }
        String details = context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining("; "));
        return details.isEmpty() ? status.getReason() : details;
    }
}
