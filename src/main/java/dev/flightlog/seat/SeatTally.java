package dev.flightlog.seat;

import dev.flightlog.seat.SeatOverview.IdleSeats;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Decides seats one by one and counts them, so that an overview needs no list of all. */
public final class SeatTally {
    private final SeatRules rules;
    private final Instant now;
    private final Map<SeatState, Integer> states = new EnumMap<>(SeatState.class);
    private final Map<SeatPlan, Integer> plans = new EnumMap<>(SeatPlan.class);
    private int seats;
    private int used;
    private SeatCost cost = SeatCost.NONE;
    private IdleSeats removable = IdleSeats.NONE;
    private IdleSeats needsTeamChange = IdleSeats.NONE;
    private BigDecimal endingCredits = BigDecimal.ZERO;

    public SeatTally(SeatRules rules, Instant now) {
        this.rules = rules;
        this.now = now;
        for (SeatState state : SeatState.values()) {
            states.put(state, 0);
        }
        for (SeatPlan plan : SeatPlan.values()) {
            plans.put(plan, 0);
        }
    }

    public void add(SeatFacts seat) {
        add(seat, SeatDecisions.decide(seat, rules, now));
    }

    /** @param decision by the rules and at the moment of this tally */
    void add(SeatFacts seat, SeatDecision decision) {
        seats++;
        if (SeatDecisions.used(seat, rules, now)) {
            used++;
        }
        states.merge(decision.state(), 1, Integer::sum);
        plans.merge(seat.plan(), 1, Integer::sum);
        cost = cost.plus(SeatCost.of(decision.monthlyPriceUsd()));
        if (decision.state() == SeatState.ENDING) {
            endingCredits = endingCredits.add(BigDecimal.valueOf(seat.plan().includedCredits()));
        }
        switch (decision.idleSpend()) {
            case NONE -> {}
            case REMOVABLE -> removable = removable.and(decision, seat.plan());
            case NEEDS_TEAM_CHANGE -> needsTeamChange = needsTeamChange.and(decision, seat.plan());
        }
    }

    public SeatOverview overview() {
        return new SeatOverview(seats, used, states, plans, cost, removable, needsTeamChange, endingCredits);
    }
}
