package dev.flightlog.review;

import dev.flightlog.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** When the policy starts a review by itself. */
public final class ReviewSchedule {
    /** A server that was away for longer waits for the next such day. */
    private static final Duration LATE = Duration.ofHours(24);

    private ReviewSchedule() {}

    /**
     * Whether one is due: on the policy's day, at the time of the weekly post, and not sooner after the last one than the
     * policy says, whoever started that.
     */
    public static boolean due(Policy policy, Optional<Instant> lastStarted, Instant now) {
        ZoneId zone = policy.summary().schedule().zone();
        ZonedDateTime slot = latestSlot(policy, now.atZone(zone));
        boolean fresh = Duration.between(slot.toInstant(), now).compareTo(LATE) < 0;
        return fresh
                && policy.reviews()
                        .every()
                        .filter(every -> longAgo(lastStarted, zone, every, slot))
                        .isPresent();
    }

    private static boolean longAgo(Optional<Instant> lastStarted, ZoneId zone, Duration every, ZonedDateTime slot) {
        return lastStarted
                .map(last -> LocalDate.ofInstant(last, zone).plusDays(every.toDays()))
                .filter(next -> next.isAfter(slot.toLocalDate()))
                .isEmpty();
    }

    private static ZonedDateTime latestSlot(Policy policy, ZonedDateTime now) {
        LocalTime time = policy.summary().schedule().time();
        ZonedDateTime slot = now.with(
                        TemporalAdjusters.previousOrSame(policy.reviews().day()))
                .toLocalDate()
                .atTime(time)
                .atZone(now.getZone());
        return slot.isAfter(now) ? slot.minusWeeks(1) : slot;
    }
}
