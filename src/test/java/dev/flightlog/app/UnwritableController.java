package dev.flightlog.app;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;

/** Answers with something about a person that cannot be written as JSON, and fails with a message about a person. */
@Hidden
@Controller("/unwritable")
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = "flightlog.test.unwritable")
class UnwritableController {
    @Get
    Seat answer() {
        return new Seat("mia-member", 88);
    }

    @Get("/failing")
    Seat failing() {
        throw new IllegalStateException("no seat of mia-member");
    }

    /** A seat. */
    @Introspected
    record Seat(String login, int credits) {
        /** Fails when it is written. */
        public int perDay() {
            throw new ArithmeticException("mia-member has no days");
        }

        /** As a property. */
        public int getPerDay() {
            return perDay();
        }
    }
}
