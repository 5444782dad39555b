package dev.flightlog.review.act;

import dev.flightlog.copilot.SeatAssignments;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.organization.Organization;
import dev.flightlog.review.store.SeatWriteStore;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;

/** Sends a claimed request once and notes the answer. What is not known afterwards is looked up by whoever comes next. */
@Singleton
class SeatSending {
    private final SeatAssignments assignments;
    private final SeatWriteStore writes;
    private final InstantSource clock;

    SeatSending(SeatAssignments assignments, SeatWriteStore writes, InstantSource clock) {
        this.assignments = assignments;
        this.writes = writes;
        this.clock = clock;
    }

    Sent cancel(Organization organization, UUID write, List<String> logins) {
        return send(organization, write, () -> assignments.cancel(organization.access(), organization.login(), logins));
    }

    Sent assign(Organization organization, UUID write, List<String> logins) {
        return send(organization, write, () -> assignments.assign(organization.access(), organization.login(), logins));
    }

    /** A token that is older than the permission is refused (403), which does nothing: one more try with a new one. */
    private Sent send(Organization organization, UUID write, IntSupplier request) {
        Sent first = once(organization, write, request);
        if (first instanceof Sent.NotPermitted) {
            assignments.renewToken(organization.access());
            return once(organization, write, request);
        }
        return first;
    }

    private Sent once(Organization organization, UUID write, IntSupplier request) {
        try {
            int seats = request.getAsInt();
            writes.answered(organization.id(), write, seats, clock.instant());
            return new Sent.Answered(seats);
        } catch (GitHubException refused) {
            return switch (refused.failure()) {
                case Failure.Refused(int _, String what) -> new Sent.NotTaken(what);
                case Failure.Forbidden(String what) -> new Sent.NotPermitted(what);
                case Failure.NotFound _,
                        Failure.MetricsPolicyOff _,
                        Failure.Suspended _,
                        Failure.Unauthorized _,
                        Failure.RateLimited _ -> new Sent.NotDone(refused);
                case Failure.Unavailable _ -> new Sent.Unknown(refused);
            };
        }
    }
}
