package dev.flightlog.check;

import dev.flightlog.calendar.SummarySchedule;
import dev.flightlog.cost.CostFinding;
import dev.flightlog.cost.CostOfMonth;
import dev.flightlog.cost.CostRules;
import dev.flightlog.cost.IdleSaving;
import dev.flightlog.policy.Policy;
import dev.flightlog.privacy.TeamVisibility;
import dev.flightlog.seat.SeatOverview;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a policy makes of today's data.
 *
 * @param seats by this policy's rules, also where {@code cost} does not know them
 * @param teams which show numbers, by the rule that posts, commands and the API follow
 * @param at the moment it is looked at
 */
record PolicyEffect(Policy policy, SeatOverview seats, TeamVisibility teams, CostOfMonth cost, Instant at) {
    PolicyEffect {
        cost = cost.withSeats(seats);
    }

    /** What would ask for action in the seats check. */
    List<CostFinding> alarms() {
        return findings().filter(CostFinding::urgent).toList();
    }

    /** What people would be warned of, without asking for action. */
    List<CostFinding> warnings() {
        return findings()
                .filter(finding -> !finding.urgent() && !(finding instanceof CostFinding.SeatsIdle))
                .toList();
    }

    private Stream<CostFinding> findings() {
        return CostRules.of(policy.budget(), cost).stream();
    }

    /** What giving back the idle seats would save. */
    IdleSaving saving() {
        return IdleSaving.of(seats, cost.poolUse());
    }

    /** The first UTC day of usage that is kept. */
    LocalDate keptFrom() {
        return at.atZone(ZoneOffset.UTC)
                .toLocalDate()
                .minusDays(policy.privacy().retention().toDays());
    }

    /** The weekly post that comes next. */
    SummarySchedule.Due nextPost() {
        return policy.summary().schedule().nextAfter(at);
    }
}
