package dev.flightlog.seat;

import dev.flightlog.text.Dates;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Decides what a seat is, and does nothing: weekly post, command, check, dry run and API share this.
 *
 * <p>Windows include their far edge: with {@code idle_after: 30d} a person seen exactly 30 days ago is still active, and
 * one millisecond later idle. What is later than that moment is within: clocks differ, and usage reports may be newer than the
 * listing of the seats.
 */
public final class SeatDecisions {
    private SeatDecisions() {}

    /** The first state of {@link SeatState} that fits, with the sentence that explains it. */
    public static SeatDecision decide(SeatFacts seat, SeatRules rules, Instant now) {
        return ending(seat, rules)
                .or(() -> exempt(seat, rules, now))
                .or(() -> active(seat, rules, now))
                .or(() -> fresh(seat, rules, now))
                .or(() -> signedIn(seat, rules, now))
                .orElseGet(() -> unused(seat, rules));
    }

    private static Optional<SeatDecision> ending(SeatFacts seat, SeatRules rules) {
        return seat.pendingCancellationDate()
                .map(day -> decision(
                        seat,
                        rules,
                        SeatState.ENDING,
                        "The seat is cancelled and ends on " + Dates.dayAndYear(day) + "."));
    }

    private static Optional<SeatDecision> exempt(SeatFacts seat, SeatRules rules, Instant now) {
        return rules.exemptions().stream()
                .filter(exemption -> exemption.names(seat) && exemption.holdsAt(now))
                .findFirst()
                .map(exemption -> decision(seat, rules, SeatState.EXEMPT, because(exemption)));
    }

    private static String because(Exemption exemption) {
        String who = switch (exemption) {
            case Exemption.ForUser user -> "the user " + user.login();
            case Exemption.ForTeam team -> "the team " + team.slug();
        };
        String until =
                exemption.until().map(day -> " until " + Dates.dayAndYear(day)).orElse("");
        String reason = exemption.reason().map(words -> ": " + words).orElse("");
        return "The policy exempts " + who + until + reason + ".";
    }

    /** Whether the seat was used within the policy's idle time: so may be exempt and ending ones too. */
    static boolean used(SeatFacts seat, SeatRules rules, Instant now) {
        return seat.lastKnownActivity()
                .filter(activity -> within(activity, rules.idleAfter(), now))
                .isPresent();
    }

    private static Optional<SeatDecision> active(SeatFacts seat, SeatRules rules, Instant now) {
        return seat.lastKnownActivity()
                .filter(_ -> used(seat, rules, now))
                .map(activity -> decision(
                        seat,
                        rules,
                        SeatState.ACTIVE,
                        "Last known activity on " + day(activity) + ", within the last " + days(rules.idleAfter())
                                + "."));
    }

    private static Optional<SeatDecision> fresh(SeatFacts seat, SeatRules rules, Instant now) {
        boolean fresh = seat.lastKnownActivity().isEmpty() && within(seat.createdAt(), rules.grace(), now);
        String because = "Assigned on " + day(seat.createdAt()) + "; a new seat has " + days(rules.grace())
                + " before anybody asks about it.";
        return fresh ? Optional.of(decision(seat, rules, SeatState.NEW, because)) : Optional.empty();
    }

    private static Optional<SeatDecision> signedIn(SeatFacts seat, SeatRules rules, Instant now) {
        return seat.lastAuthenticatedAt()
                .filter(signIn -> within(signIn, rules.idleAfter(), now))
                .map(signIn -> decision(
                        seat,
                        rules,
                        SeatState.SIGNED_IN,
                        "Signed in on " + day(signIn) + ", but no activity known in the last " + days(rules.idleAfter())
                                + "."));
    }

    private static SeatDecision unused(SeatFacts seat, SeatRules rules) {
        return seat.lastKnownActivity()
                .map(activity -> decision(
                        seat,
                        rules,
                        SeatState.IDLE,
                        "Last known activity on " + day(activity) + ", more than " + days(rules.idleAfter()) + " ago."))
                .orElseGet(() -> decision(
                        seat,
                        rules,
                        SeatState.NEVER_USED,
                        "Assigned on " + day(seat.createdAt()) + ", and no activity was ever known."));
    }

    private static SeatDecision decision(SeatFacts seat, SeatRules rules, SeatState state, String because) {
        return new SeatDecision(seat.login(), state, because, idleSpend(seat, state), rules.price(seat.plan()));
    }

    private static IdleSpend idleSpend(SeatFacts seat, SeatState state) {
        if (!state.countsAsIdleSpend()) {
            return IdleSpend.NONE;
        }
        return seat.assigningTeam().isPresent() ? IdleSpend.NEEDS_TEAM_CHANGE : IdleSpend.REMOVABLE;
    }

    private static boolean within(Instant moment, Duration window, Instant now) {
        return !moment.isBefore(now.minus(window));
    }

    private static String day(Instant moment) {
        return Dates.dayAndYear(moment.atZone(ZoneOffset.UTC).toLocalDate());
    }

    private static String days(Duration window) {
        return window.toDays() == 1 ? "1 day" : window.toDays() + " days";
    }
}
