package dev.flightlog.api;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;

/** What holds for every request to the API, and every answer. */
@ServerFilter("/api/**")
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiFilter {
    private static final String NUL = "%00";

    /** No name on GitHub holds a NUL, and Postgres takes none: there is nothing of that name. */
    @RequestFilter
    @Nullable
    HttpResponse<Problem> refuseNul(HttpRequest<?> request) {
        return request.getUri().toString().contains(NUL)
                ? HttpResponse.<Problem>status(HttpStatus.NOT_FOUND)
                        .contentType(Problem.MEDIA_TYPE)
                        .body(Problem.of(HttpStatus.NOT_FOUND, "no name holds a NUL character"))
                : null;
    }

    /** People's figures are not for caches, nor for a browser to guess what they are. */
    @ResponseFilter
    void protect(MutableHttpResponse<?> response) {
        response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getHeaders().set("X-Content-Type-Options", "nosniff");
    }
}
