package dev.flightlog.check;

import dev.flightlog.cost.Billing;
import dev.flightlog.cost.CreditMonth;
import dev.flightlog.cost.Months;
import dev.flightlog.policy.EffectivePolicy;
import dev.flightlog.policy.Policy;
import dev.flightlog.policy.PolicyDiff;
import dev.flightlog.policy.PolicyParser;
import dev.flightlog.policy.PolicyReferences;
import dev.flightlog.policy.PolicyResult;
import dev.flightlog.policy.Problem;
import dev.flightlog.privacy.FormerRule;
import dev.flightlog.privacy.Visibilities;
import dev.flightlog.seat.SeatFacts;
import dev.flightlog.seat.SeatOverview;
import dev.flightlog.seat.SeatPlan;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Reviews and effects of an organization with 120 seats, made from texts of policy files. */
final class Reviews {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final String BASE = "0123456789abcdef0123456789abcdef01234567";

    private static final List<Integer> SEATS_BY_TEAM = List.of(40, 22, 9, 7, 6, 3, 0);

    private Reviews() {}

    static PolicyReviewResult of(String base, String head) {
        return of(new Comparison("main", true, false, "0123456", false), base, head);
    }

    static PolicyReviewResult of(Comparison comparison, String base, String head) {
        return switch (PolicyParser.parse(head)) {
            case PolicyResult.Invalid invalid ->
                new PolicyReviewResult.Broken(comparison, invalid.problems(), "0123456");
            case PolicyResult.Valid valid -> usable(comparison, policy(base), valid);
        };
    }

    private static PolicyReviewResult usable(Comparison comparison, Policy base, PolicyResult.Valid head) {
        List<PolicyDiff.Change> changes = PolicyDiff.between(base, head.policy());
        List<Problem> unknown = PolicyReferences.unknown(head, "acme", Set.of("ada", "grace"), Set.of("on-call"));
        return new PolicyReviewResult.Usable(
                comparison,
                true,
                unknown,
                changes,
                changes.isEmpty()
                        ? new DryRunResult.Nothing()
                        : new DryRunResult.Done(new DryRun(effect(base), effect(head.policy()), false, false, 0, 0)),
                EffectivePolicy.of(head),
                List.of(),
                true);
    }

    static Policy policy(String text) {
        return switch (PolicyParser.parse(text)) {
            case PolicyResult.Valid valid -> valid.policy();
            case PolicyResult.Invalid invalid -> throw new IllegalArgumentException(invalid.toString());
        };
    }

    static PolicyEffect effect(Policy policy) {
        return new PolicyEffect(
                policy,
                SeatOverview.of(seats().toList(), policy.seats(), NOW),
                Visibilities.decide(people(0, 120), teams(), policy.privacy().minTeamSize()),
                Months.of(
                        SeatOverview.of(seats().toList(), policy.seats(), NOW),
                        credits(),
                        Billing.ofOrganization(BigDecimal.ZERO)),
                NOW);
    }

    private static List<FormerRule.Team> teams() {
        List<FormerRule.Team> teams = new ArrayList<>();
        int first = 0;
        for (int seats : SEATS_BY_TEAM) {
            teams.add(new FormerRule.Team(teams.size(), null, people(first, seats)));
            first += seats;
        }
        return teams;
    }

    private static Set<Long> people(int first, int count) {
        return LongStream.range(first, first + (long) count).boxed().collect(Collectors.toSet());
    }

    static CreditMonth credits() {
        return new CreditMonth(
                YearMonth.of(2026, 11),
                new BigDecimal("148230.5"),
                Optional.of(LocalDate.parse("2026-11-18")),
                18,
                Optional.of(new BigDecimal("228000")),
                Optional.of(new BigDecimal("236400")));
    }

    /** 89 active, 19 last seen 40 days ago, 12 last seen 80 days ago; every third through a team. */
    static Stream<SeatFacts> seats() {
        return IntStream.range(0, 120).mapToObj(number -> {
            Duration ago = Duration.ofDays(number < 89 ? 2 : number < 108 ? 40 : 80);
            return new SeatFacts(
                    number,
                    "person-" + number,
                    Instant.parse("2026-01-05T10:00:00Z"),
                    SeatPlan.BUSINESS,
                    Optional.empty(),
                    Optional.of(NOW.minus(ago)),
                    Optional.empty(),
                    number < 4 ? Set.of("on-call") : Set.of(),
                    number % 3 == 0 ? Optional.of("platform") : Optional.empty());
        });
    }
}
