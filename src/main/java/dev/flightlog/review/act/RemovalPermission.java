package dev.flightlog.review.act;

import dev.flightlog.copilot.CopilotPlan;
import dev.flightlog.copilot.CopilotSeats;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.organization.Organization;
import dev.flightlog.review.Review;
import dev.flightlog.review.store.ReviewStore;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Whether GitHub lets the app take seats back now. What each look at the organization shows, a permission or a setting, is
 * asked each time; a refusal without such a reason is believed for a day, or until somebody changes the installation.
 */
@Singleton
class RemovalPermission {
    private static final Duration TRY_AGAIN = Duration.ofHours(24);
    private static final String NOT_GRANTED = "the permission to write seats is not granted";

    private final WriteAccess access;
    private final CopilotSeats copilot;
    private final ReviewStore reviews;
    private final RemovalLog log;
    private final InstantSource clock;

    RemovalPermission(
            WriteAccess access, CopilotSeats copilot, ReviewStore reviews, RemovalLog log, InstantSource clock) {
        this.access = access;
        this.copilot = copilot;
        this.reviews = reviews;
        this.log = log;
        this.clock = clock;
    }

    /** The plan, where seats may be written now; else it is written down why people have to do it. */
    Optional<CopilotPlan> plan(Organization organization, int number) {
        long org = organization.id();
        if (!access.now(organization)) {
            log.notGranted(org, number, NOT_GRANTED);
            return Optional.empty();
        }
        try {
            CopilotPlan plan = copilot.plan(organization.access(), organization.login());
            if (!plan.assignsSelectedMembers()) {
                String why = "seats can be taken back only where Copilot's access setting is \"selected members\"";
                log.refused(org, number, why, Optional.empty());
                return Optional.empty();
            }
            Optional<Review.Refusal> refusal =
                    reviews.find(org, number).orElseThrow().refusedNow(clock.instant());
            if (refusal.flatMap(Review.Refusal::until).isPresent()) {
                return Optional.empty();
            }
            log.mayWrite(org, number);
            return Optional.of(plan);
        } catch (GitHubException refused) {
            if (refused.failure() instanceof Failure.Refused(int _, String what)) {
                log.refused(org, number, what, Optional.empty());
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** GitHub refused a request that changes seats (403), in these words. Usually the permission has gone. */
    void refused(Organization organization, int number, String why) {
        if (access.now(organization)) {
            log.refused(
                    organization.id(), number, why, Optional.of(clock.instant().plus(TRY_AGAIN)));
        } else {
            log.notGranted(organization.id(), number, NOT_GRANTED);
        }
    }
}
