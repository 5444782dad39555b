package dev.flightlog.check;

import dev.flightlog.seat.SeatDecision;
import dev.flightlog.seat.SeatDecisions;
import dev.flightlog.seat.SeatFacts;
import dev.flightlog.seat.SeatRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Limits what a dry run of proposed rules for seats reveals where nobody may be named. Two proposals that differ in one day
 * of {@code idle_after} would reveal when a single person was last active; so the days between the rules in force and the
 * proposed ones are walked in steps, each of which decides no seats differently or at least as many as a team needs to be
 * shown. Whoever proposes other days sees the figures of the same steps. Pure.
 */
final class RuleSteps {
    private final SeatRules inForce;
    private final int threshold;
    private final Instant now;

    /** @param threshold the fewest seats that may be decided differently, in each way in which they are */
    RuleSteps(SeatRules inForce, int threshold, Instant now) {
        this.inForce = inForce;
        this.threshold = threshold;
        this.now = now;
    }

    /**
     * The rules of the last step on the way to the wanted ones, with the wanted prices. Where both days differ from those in
     * force, only {@code idle_after} moves: two ways to the same figures would meet between the steps.
     */
    SeatRules towards(SeatRules wanted, List<SeatFacts> seats) {
        SeatRules start = new SeatRules(inForce.idleAfter(), inForce.grace(), wanted.exemptions(), wanted.prices());
        if (!wanted.idleAfter().equals(start.idleAfter())) {
            IntFunction<SeatRules> rules =
                    days -> new SeatRules(Duration.ofDays(days), start.grace(), start.exemptions(), start.prices());
            return rules.apply(walk(days(start.idleAfter()), days(wanted.idleAfter()), rules, seats));
        }
        IntFunction<SeatRules> rules =
                days -> new SeatRules(start.idleAfter(), Duration.ofDays(days), start.exemptions(), start.prices());
        return rules.apply(walk(days(start.grace()), days(wanted.grace()), rules, seats));
    }

    private int walk(int from, int to, IntFunction<SeatRules> rules, List<SeatFacts> seats) {
        NavigableMap<Integer, List<Change>> changes = changes(from, to, rules, seats);
        Step step = new Step();
        int reached = from;
        for (Map.Entry<Integer, List<Change>> day : (from < to ? changes : changes.descendingMap()).entrySet()) {
            day.getValue().forEach(step::add);
            if (step.isLargeEnough()) {
                reached = day.getKey();
                step = new Step();
            }
        }
        // From the last step to the wanted days nothing changes any more.
        return step.isEmpty() ? to : reached;
    }

    /** By the number of days at which seats are decided differently than one day nearer to the start. */
    private NavigableMap<Integer, List<Change>> changes(
            int from, int to, IntFunction<SeatRules> rules, List<SeatFacts> seats) {
        NavigableMap<Integer, List<Change>> changes = new TreeMap<>();
        for (int seat = 0; seat < seats.size(); seat++) {
            SeatFacts facts = seats.get(seat);
            String before = state(facts, rules.apply(from));
            for (int days : turns(facts, from, to)) {
                String after = state(facts, rules.apply(days));
                if (!after.equals(before)) {
                    changes.computeIfAbsent(days, _ -> new ArrayList<>()).add(new Change(seat, before, after));
                    before = after;
                }
            }
        }
        return changes;
    }

    /** Numbers of days, in the order in which they are walked, at which a moment of the seat enters or leaves the window. */
    private int[] turns(SeatFacts facts, int from, int to) {
        boolean longer = from < to;
        IntStream turns = Stream.of(
                        facts.lastKnownActivity(), facts.lastAuthenticatedAt(), Optional.of(facts.createdAt()))
                .flatMap(Optional::stream)
                .mapToInt(moment -> longer ? wholeDaysSince(moment) : wholeDaysSince(moment) - 1)
                .filter(days -> longer ? days > from && days <= to : days < from && days >= to)
                .map(days -> longer ? days : -days)
                .sorted()
                .distinct();
        return turns.map(Math::abs).toArray();
    }

    /** The least number of days whose window includes the moment. */
    private int wholeDaysSince(Instant moment) {
        Duration ago = Duration.between(moment, now);
        long days = ago.toDays();
        return Math.toIntExact(Math.clamp(ago.compareTo(Duration.ofDays(days)) > 0 ? days + 1 : days, 0, 100_000));
    }

    private String state(SeatFacts facts, SeatRules rules) {
        SeatDecision decision = SeatDecisions.decide(facts, rules, now);
        return decision.state() + " " + decision.idleSpend();
    }

    private static int days(Duration duration) {
        return Math.toIntExact(duration.toDays());
    }

    private record Change(int seat, String before, String after) {}

    /** What has changed since the last step, by seat. */
    private final class Step {
        private final Map<Integer, Change> seats = new HashMap<>();

        void add(Change change) {
            Change known = seats.get(change.seat());
            Change whole = known == null ? change : new Change(change.seat(), known.before(), change.after());
            if (whole.before().equals(whole.after())) {
                seats.remove(change.seat());
            } else {
                seats.put(change.seat(), whole);
            }
        }

        boolean isEmpty() {
            return seats.isEmpty();
        }

        /** For each way in which seats are decided differently. */
        boolean isLargeEnough() {
            Map<String, Integer> ways = new HashMap<>();
            seats.values().forEach(change -> ways.merge(change.before() + change.after(), 1, Integer::sum));
            return ways.values().stream().allMatch(count -> count >= threshold);
        }
    }
}
