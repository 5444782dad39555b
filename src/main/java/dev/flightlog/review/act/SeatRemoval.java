package dev.flightlog.review.act;

import dev.flightlog.copilot.CopilotPlan;
import dev.flightlog.github.GitHubException;
import dev.flightlog.organization.Organization;
import dev.flightlog.review.Review;
import dev.flightlog.review.ReviewBoard;
import dev.flightlog.review.ReviewDecisions;
import dev.flightlog.review.ReviewItem;
import dev.flightlog.review.SeatWrite;
import dev.flightlog.review.Word;
import dev.flightlog.review.store.ReviewStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes the seats of an approved review back: looks up what an earlier run left open, reads all seats and the policy,
 * then part by part reads each seat once more, claims it, sends one request, and at the end confirms each by a new
 * listing. A process that is killed anywhere in this leaves claims, and whoever comes next looks them up before
 * anything is sent.
 */
@Singleton
class SeatRemoval {
    /** People that one request names. */
    static final int BATCH = 25;

    private final SeatsNow listing;
    private final RemovalBasis basis;
    private final Settling settling;
    private final SeatAgain again;
    private final SeatSending sending;
    private final RemovalPermission permission;
    private final ReviewStore reviews;
    private final ReviewBoards boards;
    private final RemovalLog log;
    private final BeforeSending before;
    private final InstantSource clock;

    SeatRemoval(
            SeatsNow listing,
            RemovalBasis basis,
            Settling settling,
            SeatAgain again,
            SeatSending sending,
            RemovalPermission permission,
            ReviewStore reviews,
            ReviewBoards boards,
            RemovalLog log,
            BeforeSending before,
            InstantSource clock) {
        this.listing = listing;
        this.basis = basis;
        this.settling = settling;
        this.again = again;
        this.sending = sending;
        this.permission = permission;
        this.reviews = reviews;
        this.boards = boards;
        this.log = log;
        this.before = before;
        this.clock = clock;
    }

    /** How far it came. */
    sealed interface Progress {
        /** Every line has its last word, or the review was cancelled and nothing is unknown any more. */
        record Finished() implements Progress {}

        /** Something is not known yet: come again then. */
        record Later(Instant at) implements Progress {}

        /** Too little is known to decide about anybody. */
        record Waiting(String why) implements Progress {}

        /** The app may not write; people do it, and readings show what has gone. */
        record ByHand() implements Progress {}
    }

    /**
     * @param told shows people what is written down: before each request, and as soon as GitHub has answered it
     * @throws GitHubException where GitHub does not answer or has a limit: come again later
     */
    Progress run(Organization organization, int number, Runnable told) {
        long org = organization.id();
        Optional<Instant> wait = settling.waits(org, number) ? lookUp(organization, number) : Optional.empty();
        if (wait.isPresent()) {
            return new Progress.Later(wait.get());
        }
        if (cancelled(org, number)) {
            return new Progress.Finished();
        }
        again.writeDown(org, number);
        if (nothingProposed(organization, number)) {
            return new Progress.Finished();
        }
        return permission
                .plan(organization, number)
                .map(plan -> overdue(organization, number)
                        ? new Progress.Waiting("GitHub did not take it back in " + Review.LIFE.toDays() + " days")
                        : takeBack(organization, number, plan, told))
                .orElseGet(() -> basis.forHandWork(organization, number).orElseGet(Progress.ByHand::new));
    }

    private boolean cancelled(long org, int number) {
        return reviews.cancelledMeanwhile(org, number).isPresent();
    }

    /** It was tried, and there is no time left to try again. */
    private boolean overdue(Organization organization, int number) {
        return ReviewDecisions.executionOverdue(review(organization, number), clock.instant())
                && log.tried(organization.id(), number);
    }

    private boolean nothingProposed(Organization organization, int number) {
        return boards.of(organization.id(), review(organization, number))
                .with(Word.PROPOSED)
                .isEmpty();
    }

    /** When to look again, where what was claimed is not known yet. */
    private Optional<Instant> lookUp(Organization organization, int number) {
        return listing.readUnlessRecent(organization)
                ? settling.settle(organization.id(), number)
                : Optional.of(clock.instant().plus(RemovalBasis.LISTING_AGAIN));
    }

    private Progress takeBack(Organization organization, int number, CopilotPlan plan, Runnable told) {
        long org = organization.id();
        Optional<Progress> unsure = basis.forTakingBack(organization, number);
        if (unsure.isPresent()) {
            return unsure.get();
        }
        Set<Long> singly = new HashSet<>();
        List<ReviewItem> next = removable(organization, number);
        while (!next.isEmpty()) {
            ReviewBoard board = boards.of(org, review(organization, number));
            List<SeatAgain.Sure> sure = again.stillRemovable(organization, board, batch(next, singly), plan);
            if (!sure.isEmpty() && !send(organization, board, sure, singly, told)) {
                return new Progress.ByHand();
            }
            told.run();
            next = removable(organization, number);
        }
        if (!listing.read(organization)) {
            return new Progress.Later(clock.instant().plus(RemovalBasis.LISTING_AGAIN));
        }
        Optional<Instant> wait = settling.settle(org, number);
        if (wait.isPresent()) {
            return new Progress.Later(wait.get());
        }
        if (cancelled(org, number)) {
            return new Progress.Finished();
        }
        again.writeDown(org, number);
        if (!removable(organization, number).isEmpty()) {
            return new Progress.Later(clock.instant().plus(SeatWrite.MAX_FLIGHT));
        }
        leaveTheRest(organization, number);
        return new Progress.Finished();
    }

    private List<ReviewItem> removable(Organization organization, int number) {
        return ReviewDecisions.removableNow(boards.of(organization.id(), review(organization, number)));
    }

    /** Those of a part that GitHub refused as a whole go one by one: one of them may be the reason. */
    private static List<ReviewItem> batch(List<ReviewItem> next, Set<Long> singly) {
        ReviewItem first = next.getFirst();
        return singly.contains(first.personId())
                ? List.of(first)
                : next.stream()
                        .filter(item -> !singly.contains(item.personId()))
                        .limit(BATCH)
                        .toList();
    }

    /** False where the app may not write. */
    private boolean send(
            Organization organization, ReviewBoard board, List<SeatAgain.Sure> sure, Set<Long> singly, Runnable told) {
        long org = organization.id();
        int number = board.review().number();
        Map<Long, String> logins =
                sure.stream().collect(Collectors.toMap(each -> each.item().personId(), SeatAgain.Sure::login));
        UUID write = UUID.randomUUID();
        List<Long> first = log.claim(org, number, logins, write);
        if (!first.isEmpty()) {
            told.run();
        }
        List<Long> claimed = before.stillToSend(org, number, first, write);
        if (claimed.isEmpty()) {
            return true;
        }
        Sent sent = sending.cancel(
                organization, write, claimed.stream().map(logins::get).toList());
        switch (sent) {
            case Sent.Answered(int seats) -> {
                if (seats != claimed.size()) {
                    log.halt(org, number, claimed.size(), seats);
                }
            }
            case Sent.NotTaken(String why) -> {
                if (claimed.size() > 1) {
                    log.release(org, number, claimed, logins, write, "GitHub refused all together: " + why);
                    singly.addAll(claimed);
                } else {
                    Long person = claimed.getFirst();
                    log.failed(org, number, person, logins, write, "GitHub refused: " + why);
                }
            }
            case Sent.NotPermitted(String why) -> {
                log.release(org, number, claimed, logins, write, why);
                permission.refused(organization, number, why);
                return false;
            }
            case Sent.NotDone(GitHubException why) -> {
                log.release(
                        org,
                        number,
                        claimed,
                        logins,
                        write,
                        Objects.requireNonNullElse(why.getMessage(), "GitHub had no time"));
                throw why;
            }
            case Sent.Unknown(GitHubException why) -> {
                log.waits(org, number, "GitHub does not say whether it took seats back; that is looked up");
                throw why;
            }
        }
        return true;
    }

    private void leaveTheRest(Organization organization, int number) {
        Review review = review(organization, number);
        ReviewBoard board = boards.of(organization.id(), review);
        if (review.halted().isEmpty() && ReviewDecisions.onlyLastSeatLeft(board)) {
            log.keepTheLast(organization.id(), board);
        } else {
            String why = review.halted().map(halted -> "not tried: " + halted).orElse("not what was approved");
            log.giveUp(organization.id(), board, why);
        }
    }

    /** What is still proposed is not taken back in this review any more. */
    void giveUp(Organization organization, int number, String why) {
        log.giveUp(organization.id(), boards.of(organization.id(), review(organization, number)), why);
    }

    private Review review(Organization organization, int number) {
        return reviews.find(organization.id(), number).orElseThrow();
    }
}
