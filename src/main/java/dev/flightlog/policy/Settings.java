package dev.flightlog.policy;

import dev.flightlog.calendar.SummarySchedule;
import dev.flightlog.seat.SeatPlan;
import dev.flightlog.seat.SeatRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The values a file sets, by key; everything else is the default. */
final class Settings {
    private final Map<Key<?>, Object> values = new HashMap<>();

    <T> void put(Key<T> key, T value) {
        values.put(key, value);
    }

    /** The cast is safe: {@link #put} is the only way in. */
    @SuppressWarnings("unchecked")
    private <T> T get(Key<T> key) {
        Object value = values.get(key);
        return value == null ? key.value().apply(Policy.DEFAULTS) : (T) value;
    }

    Policy toPolicy() {
        SeatRules seats =
                new SeatRules(get(PolicyKeys.IDLE_AFTER), get(PolicyKeys.GRACE), get(PolicyKeys.EXEMPT), prices());
        return new Policy(
                new Policy.Summary(
                        get(PolicyKeys.POST_TO),
                        get(PolicyKeys.DISCUSSION_CATEGORY),
                        new SummarySchedule(get(PolicyKeys.DAY), get(PolicyKeys.TIME), get(PolicyKeys.TIMEZONE)),
                        get(PolicyKeys.LABELS),
                        get(PolicyKeys.ASSIGNEES),
                        get(PolicyKeys.MENTION),
                        get(PolicyKeys.CLOSE_PREVIOUS),
                        get(PolicyKeys.DIGEST)),
                seats,
                new Policy.Reviews(
                        get(PolicyKeys.REVIEWS_EVERY),
                        get(PolicyKeys.REVIEWS_DAY),
                        reviewsIdleAfter(seats),
                        get(PolicyKeys.REVIEWS_NOTICE),
                        Math.toIntExact(get(PolicyKeys.REVIEWS_MAX_SEATS)),
                        get(PolicyKeys.REVIEWS_MENTION)),
                new Policy.Budget(get(PolicyKeys.SEATS_BUDGET), get(PolicyKeys.CREDITS_BUDGET)),
                new Policy.Privacy(
                        Math.toIntExact(get(PolicyKeys.MIN_TEAM_SIZE)),
                        get(PolicyKeys.NAMES),
                        get(PolicyKeys.RETENTION)),
                new Policy.Access(get(PolicyKeys.ADMIN_TEAMS), get(PolicyKeys.API_BRANCHES)),
                new Policy.Commands(get(PolicyKeys.PREFIX)));
    }

    /** What the file says of reviews is less than what it says, or leaves open, of idle seats. */
    boolean reviewsTooEarly() {
        return values.containsKey(PolicyKeys.REVIEWS_IDLE_AFTER)
                && get(PolicyKeys.REVIEWS_IDLE_AFTER).compareTo(get(PolicyKeys.IDLE_AFTER)) < 0;
    }

    private Duration reviewsIdleAfter(SeatRules seats) {
        return values.containsKey(PolicyKeys.REVIEWS_IDLE_AFTER)
                ? get(PolicyKeys.REVIEWS_IDLE_AFTER)
                : Policy.Reviews.usualIdleAfter(seats);
    }

    /** A value as it would be written in the file. */
    <T> String show(Key<T> key) {
        return key.form().show(get(key));
    }

    /** Only prices the file sets, so that a list price that GitHub changes holds for everybody else. */
    private Map<SeatPlan, BigDecimal> prices() {
        var prices = new HashMap<SeatPlan, BigDecimal>();
        price(PolicyKeys.PRICE_BUSINESS).ifPresent(price -> prices.put(SeatPlan.BUSINESS, price));
        price(PolicyKeys.PRICE_ENTERPRISE).ifPresent(price -> prices.put(SeatPlan.ENTERPRISE, price));
        return prices;
    }

    private Optional<BigDecimal> price(Key<BigDecimal> key) {
        return values.containsKey(key) ? Optional.of(get(key)) : Optional.empty();
    }
}
