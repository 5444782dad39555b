package dev.flightlog.review.act;

import dev.flightlog.governance.GovernanceSync;
import dev.flightlog.organization.Organization;
import dev.flightlog.review.Review;
import dev.flightlog.review.ReviewDecisions;
import dev.flightlog.review.act.SeatRemoval.Progress;
import dev.flightlog.review.store.ReviewStore;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Reads again what a removal rests on, whoever carries it out: the seats and the policy, if all else is known well enough. */
@Singleton
class RemovalBasis {
    static final Duration LISTING_AGAIN = Duration.ofMinutes(15);

    private final SeatsNow listing;
    private final GovernanceSync governance;
    private final Readiness readiness;
    private final SeatAgain again;
    private final ReviewStore reviews;
    private final RemovalLog log;
    private final InstantSource clock;

    RemovalBasis(
            SeatsNow listing,
            GovernanceSync governance,
            Readiness readiness,
            SeatAgain again,
            ReviewStore reviews,
            RemovalLog log,
            InstantSource clock) {
        this.listing = listing;
        this.governance = governance;
        this.readiness = readiness;
        this.again = again;
        this.reviews = reviews;
        this.log = log;
        this.clock = clock;
    }

    /** Before Flightlog takes seats back. What keeps it from deciding about anybody; nothing where all is known. */
    Optional<Progress> forTakingBack(Organization organization, int number) {
        return listing.readUnlessRecent(organization) ? policyToo(organization, number) : readLater();
    }

    /**
     * Before people are shown commands. As {@link #forTakingBack}, but a regular reading is recent enough: commands are
     * run when somebody finds the time, and each reading renews them. Whatever is read starts the review's job again, so
     * nothing is read that is known.
     */
    Optional<Progress> forHandWork(Organization organization, int number) {
        Review review = reviews.find(organization.id(), number).orElseThrow();
        boolean known = ReviewDecisions.enoughForHandWork(review, listing.listedAt(organization.id()), clock.instant());
        if (known) {
            return obstacle(organization, number);
        }
        return listing.read(organization) ? policyToo(organization, number) : readLater();
    }

    private Optional<Progress> readLater() {
        Instant at = clock.instant().plus(LISTING_AGAIN);
        return Optional.of(new Progress.Later(at));
    }

    private Optional<Progress> policyToo(Organization organization, int number) {
        Optional<Progress> obstacle = obstacle(organization, number);
        if (obstacle.isEmpty()) {
            governance.read(organization);
            again.writeDown(organization.id(), number);
        }
        return obstacle;
    }

    private Optional<Progress> obstacle(Organization organization, int number) {
        Optional<String> obstacle = readiness.obstacle(organization.id());
        obstacle.ifPresentOrElse(
                why -> log.waits(organization.id(), number, why), () -> log.goesOn(organization.id(), number));
        return obstacle.map(Progress.Waiting::new);
    }
}
