package dev.flightlog.api;

import io.micronaut.http.HttpStatus;

/** Ends a request with a {@link Problem}; its message is for the caller. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String detail;

    private ProblemException(HttpStatus status, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.detail = detail;
    }

    public static ProblemException badRequest(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, detail);
    }

    public static ProblemException forbidden(String detail) {
        return new ProblemException(HttpStatus.FORBIDDEN, detail);
    }

    public static ProblemException notFound(String detail) {
        return new ProblemException(HttpStatus.NOT_FOUND, detail);
    }

    public static ProblemException unavailable(String detail) {
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, detail);
    }

    HttpStatus status() {
        return status;
    }

    Problem problem() {
        return Problem.of(status, detail);
    }
}
