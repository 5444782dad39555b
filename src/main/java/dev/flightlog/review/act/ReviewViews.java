package dev.flightlog.review.act;

import dev.flightlog.cost.Costs;
import dev.flightlog.cost.EndedSeats;
import dev.flightlog.cost.PoolUse;
import dev.flightlog.cost.Saving;
import dev.flightlog.github.SignIn;
import dev.flightlog.governance.Policies;
import dev.flightlog.organization.Organization;
import dev.flightlog.policy.Policy;
import dev.flightlog.review.Review;
import dev.flightlog.review.ReviewBoard;
import dev.flightlog.review.ReviewDecisions;
import dev.flightlog.review.ReviewState;
import dev.flightlog.review.Word;
import dev.flightlog.review.store.SeatTrailStore;
import dev.flightlog.review.text.ReviewView;
import dev.flightlog.seat.SeatPlan;
import dev.flightlog.seat.SeatRules;
import dev.flightlog.settings.PublicUrl;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Collects all that issue and page show of a review. */
@Singleton
public class ReviewViews {
    private final ReviewBoards boards;
    private final SeatTrailStore trail;
    private final Policies policies;
    private final Costs costs;
    private final SeatsNow listing;
    private final Readiness readiness;
    private final WriteAccess access;
    private final Optional<String> pages;

    ReviewViews(
            ReviewBoards boards,
            SeatTrailStore trail,
            Policies policies,
            Costs costs,
            SeatsNow listing,
            Readiness readiness,
            WriteAccess access,
            PublicUrl address,
            SignIn signIn) {
        this.boards = boards;
        this.trail = trail;
        this.policies = policies;
        this.costs = costs;
        this.listing = listing;
        this.readiness = readiness;
        this.access = access;
        this.pages = signIn.configured() ? Optional.of(address.value()) : Optional.empty();
    }

    /** @param named whether people may be named where it is shown */
    public ReviewView of(Organization organization, Review review, boolean named) {
        long org = organization.id();
        Policy policy = policies.inForce(org).policy();
        ReviewBoard board = boards.of(org, review);
        return new ReviewView(
                organization.login(),
                board,
                saving(org, policy.seats(), board),
                named,
                named && policy.reviews().mention(),
                access.known(org) && review.refusedNow(board.now()).isEmpty(),
                policy.commands().prefix(),
                handWork(org, board),
                pages(organization),
                trail.ofReview(org, review.number()));
    }

    /** Address of the organization's pages, without a slash at the end; nothing where nobody can sign in. */
    Optional<String> pages(Organization organization) {
        return pages.map(base -> base + "/orgs/" + organization.login());
    }

    /** When the seats were read by which people may take them back by hand; nothing where too little is known for that. */
    private Optional<Instant> handWork(long org, ReviewBoard board) {
        if (!(board.review().state() instanceof ReviewState.Executing)
                || readiness.obstacle(org).isPresent()) {
            return Optional.empty();
        }
        Instant listedAt = listing.listedAt(org);
        return ReviewDecisions.enoughForHandWork(board.review(), listedAt, board.now())
                ? Optional.of(listedAt)
                : Optional.empty();
    }

    private Saving saving(long org, SeatRules rules, ReviewBoard board) {
        Map<SeatPlan, Integer> plans = new EnumMap<>(SeatPlan.class);
        board.with(Word.PROPOSED).forEach(line -> plans.merge(line.item().plan(), 1, Integer::sum));
        PoolUse use = costs.of(org, rules, costs.currentMonth()).poolUse();
        return Saving.of(EndedSeats.of(plans, rules), use);
    }
}
