package dev.flightlog.review.act;

import dev.flightlog.database.Database;
import dev.flightlog.review.ItemState;
import dev.flightlog.review.RemovedBy;
import dev.flightlog.review.Review;
import dev.flightlog.review.ReviewBoard;
import dev.flightlog.review.ReviewItem;
import dev.flightlog.review.SeatNow;
import dev.flightlog.review.TrailEntry;
import dev.flightlog.review.TrailEntry.Action;
import dev.flightlog.review.Who;
import dev.flightlog.review.Word;
import dev.flightlog.review.store.KeptSeatStore;
import dev.flightlog.review.store.ReviewItemStore;
import dev.flightlog.review.store.ReviewStore;
import dev.flightlog.review.store.SeatTrailStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Writes down each step of a removal, with its line in the audit trail, in one transaction. */
@Singleton
class RemovalLog {
    /** Steps that say who takes the seats back from then on. */
    private static final Set<Action> BY_WHOM = EnumSet.of(Action.BEGUN, Action.BY_HAND);

    private final ReviewStore reviews;
    private final ReviewItemStore items;
    private final KeptSeatStore kept;
    private final SeatTrailStore trail;
    private final Database database;
    private final InstantSource clock;

    RemovalLog(
            ReviewStore reviews,
            ReviewItemStore items,
            KeptSeatStore kept,
            SeatTrailStore trail,
            Database database,
            InstantSource clock) {
        this.reviews = reviews;
        this.items = items;
        this.kept = kept;
        this.trail = trail;
        this.database = database;
        this.clock = clock;
    }

    /** Those of them that nobody else claimed; each is written down as sent before GitHub is asked. */
    List<Long> claim(long org, int number, Map<Long, String> logins, UUID write) {
        return database.inTransaction(() -> {
            Instant now = clock.instant();
            List<Long> people = items.claimRemoval(org, number, logins.keySet(), write, now);
            people.forEach(person -> trail.add(
                    org, TrailEntry.ofSeat(now, Action.SENT, Optional.empty(), number, who(person, logins), "")));
            return people;
        });
    }

    /** Without its last seat an organization's plan ends: it is left out on purpose. */
    void keepTheLast(long org, ReviewBoard board) {
        int number = board.review().number();
        for (ReviewBoard.Line line : board.with(Word.PROPOSED)) {
            Who subject = new Who(line.item().personId(), line.item().login());
            database.transact(() -> {
                if (items.leaveOut(org, number, subject.personId(), Word.KEPT, clock.instant())) {
                    tell(
                            org,
                            number,
                            Action.LEFT_OUT,
                            subject,
                            "the organization's last seat: without it GitHub ends the Copilot plan");
                }
            });
        }
    }

    /** GitHub refused this one person. */
    void failed(long org, int number, Long person, Map<Long, String> logins, UUID write, String why) {
        database.transact(() -> {
            items.failed(org, number, person, write, new ItemState.Failed(why, true), clock.instant())
                    .ifPresent(state -> {
                        kept.refused(org, number, person, clock.instant());
                        notTaken(org, number, Action.FAILED, who(person, logins), state, why);
                    });
        });
    }

    /** Nothing was done, for this reason: they are proposed as before. */
    void release(long org, int number, List<Long> claimed, Map<Long, String> logins, UUID write, String why) {
        database.transact(() -> {
            for (Long person : claimed) {
                items.proposedAgain(org, number, person, write, clock.instant())
                        .ifPresent(state -> notTaken(
                                org, number, Action.LOOKED_UP, who(person, logins), state, "nothing was done: " + why));
            }
        });
    }

    /** GitHub did not take a seat that was claimed. Whoever said keep meanwhile has kept it from now on. */
    void notTaken(long org, int number, Action action, Who subject, ItemState state, String why) {
        if (state instanceof ItemState.Kept(Who by, var _)) {
            tell(org, number, Action.LOOKED_UP, subject, why + "; it is kept, as " + by.login() + " said meanwhile");
        } else {
            tell(org, number, action, subject, why);
        }
    }

    /** True where GitHub was asked to take seats back in this review, whatever came of it. */
    boolean tried(long org, int number) {
        return trail.has(org, number, Action.SENT);
    }

    /** GitHub answered another number of seats than it was asked for: nothing more is sent in this review. */
    void halt(long org, int number, int sent, int seats) {
        halt(org, number, "GitHub was asked to take back " + sent + " seats and said that it took " + seats);
    }

    /** Nothing more is sent in this review, for this reason; logged once, with the first reason. */
    void halt(long org, int number, String why) {
        database.transact(() -> {
            if (reviews.halt(org, number, why)) {
                trail.add(org, TrailEntry.ofReview(clock.instant(), Action.HALTED, Optional.empty(), number, why));
            }
        });
    }

    /** The app may not write, as is known without asking GitHub for a change: people do it by hand. */
    void notGranted(long org, int number, String why) {
        database.transact(() -> {
            reviews.accepted(org, number);
            tellOnce(org, number, Action.BY_HAND, why, BY_WHOM);
        });
    }

    /** What was left to people before, the app does itself from now on. */
    void mayWrite(long org, int number) {
        database.transact(() -> {
            reviews.accepted(org, number);
            if (last(org, number, BY_WHOM)
                    .filter(entry -> entry.action() == Action.BY_HAND)
                    .isPresent()) {
                String why = "GitHub says that the app may write seats now";
                trail.add(org, TrailEntry.ofReview(clock.instant(), Action.BEGUN, Optional.empty(), number, why));
            }
        });
    }

    /** Nothing can be decided now, for this reason. */
    void waits(long org, int number, String why) {
        tellOnce(org, number, Action.WAITS, why, EnumSet.allOf(Action.class));
    }

    /** What was waited for is there, whatever it was; told only after {@link #waits}. */
    void goesOn(long org, int number) {
        goesOn(org, number, _ -> true);
    }

    /** As {@link #goesOn}, where it waited for this reason. */
    void goesOnAfter(long org, int number, String why) {
        goesOn(org, number, why::equals);
    }

    private void goesOn(long org, int number, Predicate<String> why) {
        database.transact(() -> {
            if (last(org, number, EnumSet.allOf(Action.class))
                    .filter(entry -> entry.action() == Action.WAITS && why.test(entry.detail()))
                    .isPresent()) {
                trail.add(org, TrailEntry.ofReview(clock.instant(), Action.GOES_ON, Optional.empty(), number, ""));
            }
        });
    }

    /** Said again only after something else of these was said about the whole review. */
    private void tellOnce(long org, int number, Action action, String why, Set<Action> others) {
        database.transact(() -> {
            boolean said = last(org, number, others)
                    .filter(entry -> entry.action() == action && entry.detail().equals(why))
                    .isPresent();
            if (!said) {
                trail.add(org, TrailEntry.ofReview(clock.instant(), action, Optional.empty(), number, why));
            }
        });
    }

    private Optional<TrailEntry> last(long org, int number, Set<Action> actions) {
        return trail.ofReview(org, number).stream()
                .filter(entry -> entry.subject().isEmpty() && actions.contains(entry.action()))
                .reduce((_, later) -> later);
    }

    /** GitHub lets the app write nothing now, until then or until that has changed: people do it by hand. */
    void refused(long org, int number, String why, Optional<Instant> until) {
        database.transact(() -> {
            reviews.refused(org, number, new Review.Refusal(clock.instant(), why, until));
            tellOnce(org, number, Action.BY_HAND, why, BY_WHOM);
        });
    }

    /** Somebody is not proposed any more, for this reason. */
    void dropOut(long org, int number, ReviewItem item, Word why, SeatNow seat) {
        Who subject = new Who(item.personId(), item.login());
        Instant now = clock.instant();
        database.transact(() -> {
            if (why == Word.REMOVED) {
                LocalDate endsOn = seat.seat()
                        .flatMap(held -> Optional.ofNullable(held.pendingCancellationDate()))
                        .orElseGet(() -> LocalDate.ofInstant(now, ZoneOffset.UTC));
                RemovedBy by = trail.has(org, number, Action.BY_HAND) ? RemovedBy.REVIEW : RemovedBy.PEOPLE;
                if (items.removedByHand(org, number, item.personId(), endsOn, by, now)) {
                    tell(org, number, Action.REMOVED, subject, byHand(by) + "; ends on " + endsOn + " at the latest");
                }
            } else if (items.leaveOut(org, number, item.personId(), why, now)) {
                tell(
                        org,
                        number,
                        Action.LEFT_OUT,
                        subject,
                        why == Word.NOT_REMOVED ? "the review ended before" : why.text());
            }
        });
    }

    /** What is still proposed is not taken back in this review any more. */
    void giveUp(long org, ReviewBoard board, String why) {
        int number = board.review().number();
        for (ReviewBoard.Line line : board.with(Word.PROPOSED)) {
            database.transact(() -> {
                if (items.fail(org, number, line.item().personId(), why, clock.instant())) {
                    tell(
                            org,
                            number,
                            Action.FAILED,
                            new Who(line.item().personId(), line.item().login()),
                            why);
                }
            });
        }
    }

    private static String byHand(RemovedBy by) {
        return switch (by) {
            case REVIEW -> "by hand, as this review asks";
            case PEOPLE -> "by hand, not for this review";
        };
    }

    private void tell(long org, int number, Action action, Who subject, String detail) {
        trail.add(org, TrailEntry.ofSeat(clock.instant(), action, Optional.empty(), number, subject, detail));
    }

    private static Who who(Long person, Map<Long, String> logins) {
        String login = logins.get(person);
        if (login == null) {
            throw new IllegalStateException("person " + person + " was not named");
        }
        return new Who(person, login);
    }
}
