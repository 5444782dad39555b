package dev.flightlog.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.policy.Policy;
import dev.flightlog.seat.SeatRules;
import java.time.Duration;
import java.util.function.ToIntBiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the check of a policy says about the next review. */
class ProposedSeatsTest {
    private static final SeatRules RULES = Policy.DEFAULTS.seats();

    @Test
    void anotherMostIsShownExactly() {
        assertThat(of(reviews(60, 50), reviews(60, 19), 20)).isEqualTo(new ProposedSeats(20, 19, false));
        assertThat(of(reviews(60, 5), reviews(60, 50), 20)).isEqualTo(new ProposedSeats(5, 20, false));
    }

    @Test
    void anotherTimeWithoutUseIsShownWhereItDecidesAboutEnoughPeople() {
        ToIntBiFunction<SeatRules, Policy.Reviews> list =
                (_, policy) -> Math.min(policy.maxSeats(), policy.idleAfter().toDays() == 60 ? 31 : 12);
        assertThat(ProposedSeats.of(wanted(reviews(60, 50)), wanted(reviews(90, 50)), 5, list))
                .isEqualTo(new ProposedSeats(31, 12, false));
        assertThat(ProposedSeats.of(wanted(reviews(60, 50)), wanted(reviews(90, 10)), 20, list))
                .isEqualTo(new ProposedSeats(31, 10, true));
    }

    @Test
    void whoMayNotLearnTheEffectOfADaySeesThatItIsNotShown() {
        UnaryOperator<SeatRules> stays =
                rules -> new SeatRules(Duration.ofDays(60), rules.grace(), rules.exemptions(), rules.prices());
        assertThat(ProposedSeats.of(
                        wanted(reviews(60, 50)),
                        new ProposedSeats.Wanted(reviews(61, 50), RULES, stays),
                        5,
                        (_, policy) -> policy.idleAfter().toDays() == 60 ? 31 : 30))
                .isEqualTo(new ProposedSeats(31, 31, true));
    }

    private static ProposedSeats of(Policy.Reviews before, Policy.Reviews after, int seats) {
        return ProposedSeats.of(wanted(before), wanted(after), 5, (_, policy) -> Math.min(policy.maxSeats(), seats));
    }

    private static ProposedSeats.Wanted wanted(Policy.Reviews reviews) {
        return new ProposedSeats.Wanted(reviews, RULES, UnaryOperator.identity());
    }

    private static Policy.Reviews reviews(int idleDays, int most) {
        Policy.Reviews defaults = Policy.Reviews.DEFAULTS;
        return new Policy.Reviews(
                defaults.every(), defaults.day(), Duration.ofDays(idleDays), defaults.notice(), most, false);
    }
}
