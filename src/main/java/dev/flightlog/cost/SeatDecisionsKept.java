package dev.flightlog.cost;

import dev.flightlog.policy.Policy;
import dev.flightlog.seat.SeatRegister;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/**
 * Keeps what seats and their money are decided to be, for gauges and for whoever reads the database: after each reading
 * of seats or usage, so that no row tells of an activity that its decision does not know.
 */
@Singleton
public class SeatDecisionsKept {
    private final Costs costs;
    private final CostSnapshotStore snapshots;
    private final MoneyRulesStore moneyRules;
    private final SeatRegister seats;
    private final InstantSource clock;

    SeatDecisionsKept(
            Costs costs,
            CostSnapshotStore snapshots,
            MoneyRulesStore moneyRules,
            SeatRegister seats,
            InstantSource clock) {
        this.costs = costs;
        this.snapshots = snapshots;
        this.moneyRules = moneyRules;
        this.seats = seats;
        this.clock = clock;
    }

    /**
     * Decides again. What was decided last stays where seats are not known.
     *
     * @return what Copilot costs in the month that runs, by which was decided
     */
    public CostOfMonth renew(long org, Policy policy) {
        CostOfMonth cost = costs.of(org, policy.seats(), costs.currentMonth());
        snapshots.save(org, cost, clock.instant());
        moneyRules.keep(org, policy, clock.instant());
        if (cost.known().known()) {
            seats.keepDecisions(org, policy.seats());
        }
        return cost;
    }
}
