package dev.flightlog.bench;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** The floor of intake: takes the same body on the same server and answers 202 without doing anything. */
@Controller(EmptyExchange.PATH)
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = "flightlog.bench.empty-exchange", value = "true")
final class EmptyExchange {
    static final String PATH = "/bench/empty";

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> take(@Body byte[] body) {
        return HttpResponse.accepted();
    }
}
