package dev.flightlog.seat;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Answers about current seats as a policy sees them now: lists, one person, the overview. */
@Singleton
public class SeatRegister {
    private final SeatFactsStore store;
    private final SeatDecisionStore decisions;
    private final InstantSource clock;

    SeatRegister(SeatFactsStore store, SeatDecisionStore decisions, InstantSource clock) {
        this.store = store;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** All seats in figures. */
    public SeatOverview overview(long organizationId, SeatRules rules) {
        SeatTally tally = new SeatTally(rules, clock.instant());
        store.each(organizationId, SeatOrder.LONGEST_UNUSED_FIRST, seat -> tally.add(seat.facts()));
        return tally.overview();
    }

    /** Writes down what every seat is now, for whoever reads the database. */
    public void keepDecisions(long organizationId, SeatRules rules) {
        decisions.replace(organizationId, decided(store.current(organizationId), rules), clock.instant());
    }

    /** One person's seat, by GitHub's id of the person. */
    public Optional<DecidedSeat> byPerson(long organizationId, SeatRules rules, long personId) {
        return Optional.ofNullable(store.byPerson(organizationId, personId))
                .map(seat -> new DecidedSeat(seat, SeatDecisions.decide(seat.facts(), rules, clock.instant())));
    }

    /** One person's seat, whatever the case of the login. */
    public Optional<DecidedSeat> byLogin(long organizationId, SeatRules rules, String login) {
        return Optional.ofNullable(store.byLogin(organizationId, login))
                .map(seat -> new DecidedSeat(seat, SeatDecisions.decide(seat.facts(), rules, clock.instant())));
    }

    /**
     * Seats in one of these states.
     *
     * @param states none means all
     * @param offset how many to leave out at the start
     */
    public SeatPart list(
            long organizationId, SeatRules rules, Set<SeatState> states, SeatOrder order, long offset, int limit) {
        Instant now = clock.instant();
        List<DecidedSeat> part = new ArrayList<>();
        int[] total = {0};
        store.each(organizationId, order, seat -> {
            SeatDecision decision = SeatDecisions.decide(seat.facts(), rules, now);
            if (states.isEmpty() || states.contains(decision.state())) {
                if (total[0] >= offset && part.size() < limit) {
                    part.add(new DecidedSeat(seat, decision));
                }
                total[0]++;
            }
        });
        return new SeatPart(total[0], part);
    }

    /**
     * Seats that match, and the figures of all, from one reading.
     *
     * @param offset how many of those that fit to leave out at the start
     */
    public SeatSelection select(
            long organizationId,
            SeatRules rules,
            Predicate<DecidedSeat> wanted,
            SeatOrder order,
            long offset,
            int limit) {
        Instant now = clock.instant();
        SeatTally all = new SeatTally(rules, now);
        SeatTally fitting = new SeatTally(rules, now);
        List<DecidedSeat> part = new ArrayList<>();
        int[] total = {0};
        store.each(organizationId, order, seat -> {
            SeatFacts facts = seat.facts();
            DecidedSeat decided = new DecidedSeat(seat, SeatDecisions.decide(facts, rules, now));
            all.add(facts);
            if (wanted.test(decided)) {
                fitting.add(facts);
                if (total[0] >= offset && part.size() < limit) {
                    part.add(decided);
                }
                total[0]++;
            }
        });
        return new SeatSelection(all.overview(), fitting.overview(), new SeatPart(total[0], part));
    }

    /** The next seats in the order of people's ids; for streams over all of them. */
    public List<DecidedSeat> after(long organizationId, SeatRules rules, long personId, int limit) {
        return decided(store.after(organizationId, personId, limit), rules);
    }

    private List<DecidedSeat> decided(List<Seat> seats, SeatRules rules) {
        Instant now = clock.instant();
        return seats.stream()
                .map(seat -> new DecidedSeat(seat, SeatDecisions.decide(seat.facts(), rules, now)))
                .toList();
    }
}
