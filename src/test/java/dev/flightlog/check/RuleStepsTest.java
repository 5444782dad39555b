package dev.flightlog.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.seat.SeatDecisions;
import dev.flightlog.seat.SeatFacts;
import dev.flightlog.seat.SeatPlan;
import dev.flightlog.seat.SeatRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Whatever days somebody proposes, the figures of two proposals differ by nobody or by enough people. */
class RuleStepsTest {
    private static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");
    private static final int THRESHOLD = 5;
    private static final int MAX_DAYS = 60;

    @Property(tries = 25)
    void twoProposalsNeverDifferInAFewSeats(@ForAll long seed) {
        List<SeatFacts> seats = seats(new Random(seed));
        RuleSteps steps = new RuleSteps(SeatRules.DEFAULTS, THRESHOLD, NOW);
        List<SeatRules> told = new ArrayList<>();
        for (int days = 1; days <= MAX_DAYS; days++) {
            told.add(steps.towards(rules(days, SeatRules.DEFAULTS.grace()), seats));
            told.add(steps.towards(
                    new SeatRules(SeatRules.DEFAULTS.idleAfter(), Duration.ofDays(days), List.of(), Map.of()), seats));
            told.add(steps.towards(rules(days, Duration.ofDays(days)), seats));
            assertThat(told.getLast().grace())
                    .as("only one of both moves")
                    .isIn(SeatRules.DEFAULTS.grace(), Duration.ofDays(days));
        }

        List<SeatRules> byIdle = told.stream()
                .filter(rules -> rules.grace().equals(SeatRules.DEFAULTS.grace()))
                .distinct()
                .toList();
        List<SeatRules> byGrace = told.stream()
                .filter(rules -> rules.idleAfter().equals(SeatRules.DEFAULTS.idleAfter()))
                .distinct()
                .toList();
        for (List<SeatRules> way : List.of(byIdle, byGrace)) {
            for (SeatRules one : way) {
                for (SeatRules other : way) {
                    assertThat(different(seats, one, other))
                            .as("%s and %s", one, other)
                            .isNotIn(1L, 2L, 3L, 4L);
                }
            }
        }
    }

    @Test
    void whatConcernsEnoughSeatsIsToldAsProposed() {
        List<SeatFacts> seats = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            seats.add(seat(number, number < 6 ? 40 : 90, 200));
        }
        RuleSteps steps = new RuleSteps(SeatRules.DEFAULTS, THRESHOLD, NOW);

        assertThat(steps.towards(rules(45, SeatRules.DEFAULTS.grace()), seats).idleAfter())
                .isEqualTo(Duration.ofDays(45));
        assertThat(steps.towards(rules(20, SeatRules.DEFAULTS.grace()), seats).idleAfter())
                .isEqualTo(Duration.ofDays(20));
    }

    @Test
    void theDayOfASinglePersonIsNotFound() {
        List<SeatFacts> seats = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            seats.add(seat(number, number < 6 ? 40 : number == 6 ? 81 : 300, 400));
        }
        RuleSteps steps = new RuleSteps(SeatRules.DEFAULTS, THRESHOLD, NOW);
        SeatRules before = steps.towards(rules(80, SeatRules.DEFAULTS.grace()), seats);
        SeatRules after = steps.towards(rules(82, SeatRules.DEFAULTS.grace()), seats);

        assertThat(different(seats, before, after)).isZero();
    }

    private static SeatRules rules(int days, Duration grace) {
        return new SeatRules(Duration.ofDays(days), grace, List.of(), Map.of());
    }

    /** How many seats are in another state. */
    private static long different(List<SeatFacts> seats, SeatRules one, SeatRules other) {
        return seats.stream()
                .filter(seat -> SeatDecisions.decide(seat, one, NOW).state()
                        != SeatDecisions.decide(seat, other, NOW).state())
                .count();
    }

    private static List<SeatFacts> seats(Random random) {
        List<SeatFacts> seats = new ArrayList<>();
        int count = 5 + random.nextInt(30);
        for (int number = 0; number < count; number++) {
            Optional<Instant> active = random.nextInt(3) == 0 ? Optional.empty() : Optional.of(ago(random));
            Optional<Instant> signedIn = random.nextInt(3) == 0 ? Optional.empty() : Optional.of(ago(random));
            seats.add(new SeatFacts(
                    number,
                    "person-" + number,
                    ago(random),
                    SeatPlan.BUSINESS,
                    Optional.empty(),
                    active,
                    signedIn,
                    Set.of(),
                    random.nextInt(4) == 0 ? Optional.of("team") : Optional.empty()));
        }
        return seats;
    }

    private static Instant ago(Random random) {
        return NOW.minus(Duration.ofHours(random.nextInt(70 * 24)));
    }

    private static SeatFacts seat(int number, int activeDaysAgo, int createdDaysAgo) {
        return new SeatFacts(
                number,
                "person-" + number,
                NOW.minus(Duration.ofDays(createdDaysAgo)),
                SeatPlan.BUSINESS,
                Optional.empty(),
                Optional.of(NOW.minus(Duration.ofDays(activeDaysAgo))),
                Optional.empty(),
                Set.of(),
                Optional.empty());
    }
}
