package dev.flightlog.check;

import dev.flightlog.policy.Policy;
import dev.flightlog.review.ReviewDecisions;
import dev.flightlog.seat.SeatRules;
import java.time.Duration;
import java.util.function.ToIntBiFunction;
import java.util.function.UnaryOperator;

/**
 * How many seats a review would propose today without a change of the policy and with it. Another {@code max_seats} cuts the
 * same list elsewhere, which says nothing about anybody; another time without use decides about people, so a difference of a
 * few seats is not shown. Pure.
 *
 * @param fewDiffer whether something was not shown
 */
record ProposedSeats(int before, int after, boolean fewDiffer) {
    /**
     * A policy's rules.
     *
     * @param steps moves days to those whose effect whoever proposes them may learn
     */
    record Wanted(Policy.Reviews reviews, SeatRules rules, UnaryOperator<SeatRules> steps) {
        private Policy.Reviews atMost(int maxSeats) {
            return new Policy.Reviews(
                    reviews.every(), reviews.day(), idleAfter(), reviews.notice(), maxSeats, reviews.mention());
        }

        private Duration idleAfter() {
            return steps.apply(ReviewDecisions.rules(rules, reviews.idleAfter()))
                    .idleAfter();
        }
    }

    /**
     * @param threshold a smaller difference is not shown
     * @param propose how many seats a review proposes
     */
    static ProposedSeats of(
            Wanted before, Wanted after, int threshold, ToIntBiFunction<SeatRules, Policy.Reviews> propose) {
        int most = after.reviews().maxSeats();
        int listBefore = propose.applyAsInt(before.rules(), before.atMost(Policy.Reviews.MAX_SEATS));
        int listAfter = propose.applyAsInt(after.rules(), after.atMost(Policy.Reviews.MAX_SEATS));
        int shownBefore = Math.min(listBefore, before.reviews().maxSeats());
        boolean few = Math.abs(listAfter - listBefore) < threshold;
        boolean moved = !after.idleAfter().equals(after.reviews().idleAfter());
        return new ProposedSeats(
                shownBefore, Math.min(few ? listBefore : listAfter, most), moved || few && listAfter != listBefore);
    }
}
