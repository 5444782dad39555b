package dev.flightlog.session;

import io.micronaut.http.HttpStatus;

/** Ends a request to a page with a status and words for the person: what is wrong, and the next step. */
public final class PageRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String title;
    private final String nextStep;

    public PageRefusedException(HttpStatus status, String title, String nextStep) {
        super(title, null, false, false);
        this.status = status;
        this.title = title;
        this.nextStep = nextStep;
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String nextStep() {
        return nextStep;
    }
}
