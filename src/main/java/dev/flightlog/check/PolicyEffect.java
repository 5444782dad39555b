package dev.flightlog.check;

import dev.flightlog.calendar.SummarySchedule;
import dev.flightlog.cost.CostFinding;
import dev.flightlog.cost.CostRules;
import dev.flightlog.cost.CreditMonth;
import dev.flightlog.cost.PoolUse;
import dev.flightlog.policy.Policy;
import dev.flightlog.privacy.TeamVisibility;
import dev.flightlog.seat.SeatOverview;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What a policy makes of today's data.
 *
 * @param teams which show numbers, by the rule that posts, commands and the API follow
 * @param at the moment it is looked at
 */
record PolicyEffect(
        Policy policy, SeatOverview seats, TeamVisibility teams, CreditMonth credits, PoolUse poolUse, Instant at) {
    /** What would ask for action in the seats check. */
    List<CostFinding> alarms() {
        return CostRules.of(policy.budget(), Optional.of(seats), credits, poolUse).stream()
                .filter(CostFinding::urgent)
                .toList();
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
