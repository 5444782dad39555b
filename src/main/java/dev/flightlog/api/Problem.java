package dev.flightlog.api;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.serde.annotation.Serdeable;

/**
 * What went wrong, as RFC 9457 says it.
 *
 * @param title the status in words
 * @param status HTTP status
 * @param detail one sentence about this request
 */
@Serdeable
public record Problem(String title, int status, String detail) {
    /** {@code application/problem+json}. */
    public static final String TYPE = "application/problem+json";

    static final MediaType MEDIA_TYPE = MediaType.of(TYPE);

    static Problem of(HttpStatus status, String detail) {
        return new Problem(status.getReason(), status.getCode(), detail);
    }
}
