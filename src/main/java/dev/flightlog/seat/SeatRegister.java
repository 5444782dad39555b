package dev.flightlog.seat;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers about current seats as a policy sees them now: lists, one person, the overview. Seats of an old listing are decided as
 * of its reading ({@link SeatsKnown#decidedAt}).
 */
@Singleton
public class SeatRegister {
    private final SeatFactsStore store;
    private final SeatScanStore scan;
    private final SeatDecisionStore decisions;
    private final SeatKnowledge knowledge;
    private final InstantSource clock;

    SeatRegister(
            SeatFactsStore store,
            SeatScanStore scan,
            SeatDecisionStore decisions,
            SeatKnowledge knowledge,
            InstantSource clock) {
        this.store = store;
        this.scan = scan;
        this.decisions = decisions;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    /** All seats in figures. */
    public SeatOverview overview(long organizationId, SeatRules rules) {
        SeatTally tally = new SeatTally(rules, knowledge.decidedAt(organizationId));
        scan.each(organizationId, SeatOrder.LONGEST_UNUSED_FIRST, exemptTeams(rules), (_, facts) -> tally.add(facts));
        return tally.overview();
    }

    private static Set<String> exemptTeams(SeatRules rules) {
        return rules.exemptions().stream()
                .flatMap(
                        exemption -> exemption instanceof Exemption.ForTeam team ? Stream.of(team.slug()) : Stream.of())
                .collect(Collectors.toSet());
    }

    /** Writes down what every seat is now, for whoever reads the database. */
    public void keepDecisions(long organizationId, SeatRules rules) {
        decisions.replace(
                organizationId, decided(organizationId, store.current(organizationId), rules), clock.instant());
    }

    /** One person's seat, by GitHub's id of the person. */
    public Optional<DecidedSeat> byPerson(long organizationId, SeatRules rules, long personId) {
        return Optional.ofNullable(store.byPerson(organizationId, personId))
                .map(seat -> new DecidedSeat(
                        seat, SeatDecisions.decide(seat.facts(), rules, knowledge.decidedAt(organizationId))));
    }

    /** One person's seat, whatever the case of the login. */
    public Optional<DecidedSeat> byLogin(long organizationId, SeatRules rules, String login) {
        return Optional.ofNullable(store.byLogin(organizationId, login))
                .map(seat -> new DecidedSeat(
                        seat, SeatDecisions.decide(seat.facts(), rules, knowledge.decidedAt(organizationId))));
    }

    /**
     * Seats in one of these states.
     *
     * @param states none means all
     * @param offset how many to leave out at the start
     */
    public SeatPart list(
            long organizationId, SeatRules rules, Set<SeatState> states, SeatOrder order, long offset, int limit) {
        Instant now = knowledge.decidedAt(organizationId);
        Part part = new Part(offset, limit);
        scan.each(organizationId, order, exemptTeams(rules), (person, facts) -> {
            SeatDecision decision = SeatDecisions.decide(facts, rules, now);
            if (states.isEmpty() || states.contains(decision.state())) {
                part.add(person, decision);
            }
        });
        return part.read(organizationId);
    }

    /**
     * Seats that match, and the figures of all, from one reading.
     *
     * @param team slug of the team that {@code wanted} asks about; empty for none
     * @param offset how many of those that fit to leave out at the start
     */
    public SeatSelection select(
            long organizationId,
            SeatRules rules,
            String team,
            BiPredicate<SeatFacts, SeatDecision> wanted,
            SeatOrder order,
            long offset,
            int limit) {
        Instant now = knowledge.decidedAt(organizationId);
        Set<String> teams = new HashSet<>(exemptTeams(rules));
        if (!team.isEmpty()) {
            teams.add(team);
        }
        SeatTally all = new SeatTally(rules, now);
        SeatTally fitting = new SeatTally(rules, now);
        Part part = new Part(offset, limit);
        scan.each(organizationId, order, teams, (person, facts) -> {
            SeatDecision decision = SeatDecisions.decide(facts, rules, now);
            all.add(facts, decision);
            if (wanted.test(facts, decision)) {
                fitting.add(facts, decision);
                part.add(person, decision);
            }
        });
        return new SeatSelection(all.overview(), fitting.overview(), part.read(organizationId));
    }

    /** Who is on the part of a list that was asked for; the seats themselves are read afterwards. */
    private final class Part {
        private final long offset;
        private final int limit;
        private final Map<Long, SeatDecision> decisions = new LinkedHashMap<>();
        private int total;

        Part(long offset, int limit) {
            this.offset = offset;
            this.limit = limit;
        }

        void add(long person, SeatDecision decision) {
            if (total >= offset && decisions.size() < limit) {
                decisions.put(person, decision);
            }
            total++;
        }

        /** Without those that ended meanwhile. */
        SeatPart read(long organizationId) {
            Map<Long, Seat> seats = store.ofPeople(organizationId, decisions.keySet()).stream()
                    .collect(Collectors.toMap(Seat::personId, Function.identity()));
            List<DecidedSeat> decided = new ArrayList<>();
            decisions.forEach((person, decision) -> {
                Seat seat = seats.get(person);
                if (seat != null) {
                    decided.add(new DecidedSeat(seat, decision));
                }
            });
            return new SeatPart(total, decided);
        }
    }

    /** The next seats in the order of people's ids; for streams over all of them. */
    public List<DecidedSeat> after(long organizationId, SeatRules rules, long personId, int limit) {
        return decided(organizationId, store.after(organizationId, personId, limit), rules);
    }

    private List<DecidedSeat> decided(long organizationId, List<Seat> seats, SeatRules rules) {
        Instant now = knowledge.decidedAt(organizationId);
        return seats.stream()
                .map(seat -> new DecidedSeat(seat, SeatDecisions.decide(seat.facts(), rules, now)))
                .toList();
    }
}
