package dev.flightlog.seat;

import static dev.flightlog.seat.SeatState.ACTIVE;
import static dev.flightlog.seat.SeatState.ENDING;
import static dev.flightlog.seat.SeatState.EXEMPT;
import static dev.flightlog.seat.SeatState.IDLE;
import static dev.flightlog.seat.SeatState.NEVER_USED;
import static dev.flightlog.seat.SeatState.NEW;
import static dev.flightlog.seat.SeatState.SIGNED_IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeatDecisionsTest {
    private static final Instant NOW = Instant.parse("2026-11-18T08:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2026-01-05T09:00:00Z");
    private static final Duration MOMENT = Duration.ofMillis(1);

    @Test
    void theFirstStateThatFitsHolds() {
        SeatFacts everything = seat(LONG_AGO, NOW.minus(Duration.ofDays(2)), NOW);
        SeatRules exempt = rules(new Exemption.ForUser("ADA", Optional.empty(), Optional.empty()));

        assertThat(state(ending(everything), exempt)).isEqualTo(ENDING);
        assertThat(state(everything, exempt)).isEqualTo(EXEMPT);
        assertThat(state(everything, SeatRules.DEFAULTS)).isEqualTo(ACTIVE);
        assertThat(state(seat(NOW, null, NOW), SeatRules.DEFAULTS)).isEqualTo(NEW);
        assertThat(state(seat(LONG_AGO, null, NOW), SeatRules.DEFAULTS)).isEqualTo(SIGNED_IN);
        assertThat(state(seat(LONG_AGO, LONG_AGO, NOW), SeatRules.DEFAULTS)).isEqualTo(SIGNED_IN);
        assertThat(state(seat(LONG_AGO, LONG_AGO, LONG_AGO), SeatRules.DEFAULTS))
                .isEqualTo(IDLE);
        assertThat(state(seat(LONG_AGO, null, null), SeatRules.DEFAULTS)).isEqualTo(NEVER_USED);
    }

    @Test
    void exemptAndEndingSeatsThatAreUsedCountAsUsed() {
        SeatRules exempt = rules(new Exemption.ForUser("ADA", Optional.empty(), Optional.empty()));
        SeatFacts used = seat(LONG_AGO, NOW.minus(Duration.ofDays(2)), NOW);
        SeatFacts unused = seat(LONG_AGO, LONG_AGO, LONG_AGO);

        SeatOverview all = SeatOverview.of(List.of(used, ending(used), unused, ending(unused)), exempt, NOW);

        assertThat(all.used()).isEqualTo(2);
        assertThat(all.count(ACTIVE)).isZero();
    }

    @Test
    void windowsIncludeTheirFarEdge() {
        Instant thirtyDays = NOW.minus(Duration.ofDays(30));
        Instant fortnight = NOW.minus(Duration.ofDays(14));

        assertThat(state(seat(LONG_AGO, thirtyDays, null), SeatRules.DEFAULTS)).isEqualTo(ACTIVE);
        assertThat(state(seat(LONG_AGO, thirtyDays.minus(MOMENT), null), SeatRules.DEFAULTS))
                .isEqualTo(IDLE);
        assertThat(state(seat(LONG_AGO, null, thirtyDays), SeatRules.DEFAULTS)).isEqualTo(SIGNED_IN);
        assertThat(state(seat(LONG_AGO, null, thirtyDays.minus(MOMENT)), SeatRules.DEFAULTS))
                .isEqualTo(NEVER_USED);
        assertThat(state(seat(fortnight, null, null), SeatRules.DEFAULTS)).isEqualTo(NEW);
        assertThat(state(seat(fortnight.minus(MOMENT), null, null), SeatRules.DEFAULTS))
                .isEqualTo(NEVER_USED);
    }

    @Test
    void aNewSeatWithOldActivityIsIdleAndNotNew() {
        assertThat(state(seat(NOW.minus(Duration.ofDays(1)), LONG_AGO, null), SeatRules.DEFAULTS))
                .isEqualTo(IDLE);
    }

    @Test
    void timesAfterTheDecisionAreWithinAndKeepTheirDay() {
        Instant tomorrow = NOW.plus(Duration.ofDays(1));

        assertThat(state(seat(tomorrow, null, null), SeatRules.DEFAULTS)).isEqualTo(NEW);
        SeatDecision decision = SeatDecisions.decide(seat(LONG_AGO, tomorrow, null), SeatRules.DEFAULTS, NOW);
        assertThat(decision.state()).isEqualTo(ACTIVE);
        assertThat(decision.because()).isEqualTo("Last known activity on Nov 19, 2026, within the last 30 days.");
    }

    @Test
    void anExemptionHoldsThroughItsLastDay() {
        SeatFacts unused = seat(LONG_AGO, null, null);
        SeatRules rules = rules(new Exemption.ForTeam(
                "On-Call", Optional.of(LocalDate.of(2026, 11, 18)), Optional.of("they carry the pager")));

        SeatDecision held = SeatDecisions.decide(unused, rules, Instant.parse("2026-11-18T23:59:59.999Z"));
        assertThat(held.state()).isEqualTo(EXEMPT);
        assertThat(held.because())
                .isEqualTo("The policy exempts the team On-Call until Nov 18, 2026: they carry the pager.");
        assertThat(SeatDecisions.decide(unused, rules, Instant.parse("2026-11-19T00:00:00Z"))
                        .state())
                .isEqualTo(NEVER_USED);
    }

    @Test
    void anExemptionOfOthersDoesNotHold() {
        SeatRules rules = rules(
                new Exemption.ForUser("grace", Optional.empty(), Optional.empty()),
                new Exemption.ForTeam("payments", Optional.empty(), Optional.empty()));

        assertThat(state(seat(LONG_AGO, null, null), rules)).isEqualTo(NEVER_USED);
    }

    @Test
    void idleSpendIsSplitByWhoGaveTheSeat() {
        SeatFacts direct = seat(LONG_AGO, null, null);
        SeatFacts throughTeam = new SeatFacts(
                1,
                "ada",
                LONG_AGO,
                SeatPlan.ENTERPRISE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.of("everyone"));
        var prices = new SeatRules(
                Duration.ofDays(30),
                Duration.ofDays(14),
                List.of(),
                Map.of(SeatPlan.BUSINESS, new BigDecimal("17.50")));

        assertThat(SeatDecisions.decide(direct, prices, NOW).idleSpend()).isEqualTo(IdleSpend.REMOVABLE);
        assertThat(SeatDecisions.decide(direct, prices, NOW).idleSpendUsd()).contains(new BigDecimal("17.50"));
        assertThat(SeatDecisions.decide(throughTeam, prices, NOW).idleSpend()).isEqualTo(IdleSpend.NEEDS_TEAM_CHANGE);
        assertThat(SeatDecisions.decide(throughTeam, prices, NOW).idleSpendUsd())
                .contains(new BigDecimal("39"));
        assertThat(SeatDecisions.decide(seat(NOW, NOW, NOW), prices, NOW).idleSpendUsd())
                .contains(BigDecimal.ZERO);
    }

    @Test
    void lastKnownActivityIsTheLatestEverSeen() {
        Instant told = Instant.parse("2026-11-10T10:00:00Z");
        Optional<LocalDate> usedThatDay = Optional.of(LocalDate.of(2026, 11, 10));

        assertThat(LastKnownActivity.of(List.of(), Optional.empty())).isEmpty();
        assertThat(LastKnownActivity.of(List.of(LONG_AGO, told), Optional.empty()))
                .contains(told);
        assertThat(LastKnownActivity.of(List.of(told), usedThatDay))
                .contains(Instant.parse("2026-11-10T23:59:59.999Z"));
        assertThat(LastKnownActivity.of(List.of(told), Optional.of(LocalDate.of(2026, 11, 9))))
                .contains(told);
    }

    @Test
    void aUsageDayStaysInTheWindowUntilTheWholeDayHasLeftIt() {
        Optional<Instant> activity = LastKnownActivity.of(List.of(), Optional.of(LocalDate.of(2026, 10, 19)));
        SeatFacts seat = seat(LONG_AGO, activity.orElseThrow(), null);

        assertThat(state(seat, SeatRules.DEFAULTS)).isEqualTo(ACTIVE);
        assertThat(SeatDecisions.decide(seat, SeatRules.DEFAULTS, Instant.parse("2026-11-19T00:00:00Z"))
                        .state())
                .isEqualTo(IDLE);
    }

    @Test
    void wrongRulesNameTheFieldAndTheValue() {
        assertThatThrownBy(() -> new SeatRules(Duration.ZERO, Duration.ZERO, List.of(), Map.of()))
                .hasMessage("idleAfter must be positive, but is PT0S");
        assertThatThrownBy(() -> new SeatRules(
                        Duration.ofDays(1), Duration.ZERO, List.of(), Map.of(SeatPlan.BUSINESS, new BigDecimal("-1"))))
                .hasMessage("price of BUSINESS must not be negative, but is -1");
    }

    private static SeatState state(SeatFacts seat, SeatRules rules) {
        return SeatDecisions.decide(seat, rules, NOW).state();
    }

    private static SeatRules rules(Exemption... exemptions) {
        return new SeatRules(Duration.ofDays(30), Duration.ofDays(14), List.of(exemptions), Map.of());
    }

    private static SeatFacts seat(Instant createdAt, @Nullable Instant activity, @Nullable Instant signIn) {
        return new SeatFacts(
                1,
                "ada",
                createdAt,
                SeatPlan.BUSINESS,
                Optional.empty(),
                Optional.ofNullable(activity),
                Optional.ofNullable(signIn),
                Set.of("platform", "on-call"),
                Optional.empty());
    }

    private static SeatFacts ending(SeatFacts seat) {
        return new SeatFacts(
                seat.personId(),
                seat.login(),
                seat.createdAt(),
                seat.plan(),
                Optional.of(LocalDate.of(2026, 12, 1)),
                seat.lastKnownActivity(),
                seat.lastAuthenticatedAt(),
                seat.teams(),
                seat.assigningTeam());
    }
}
