package dev.flightlog.policy;

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
        return new Policy(
                new Policy.Summary(
                        get(Keys.POST_TO),
                        get(Keys.DISCUSSION_CATEGORY),
                        new SummarySchedule(get(Keys.DAY), get(Keys.TIME), get(Keys.TIMEZONE)),
                        get(Keys.LABELS),
                        get(Keys.ASSIGNEES),
                        get(Keys.MENTION),
                        get(Keys.CLOSE_PREVIOUS)),
                new SeatRules(get(Keys.IDLE_AFTER), get(Keys.GRACE), get(Keys.EXEMPT), prices()),
                new Policy.Reviews(
                        get(Keys.REVIEWS_EVERY),
                        get(Keys.REVIEWS_DAY),
                        reviewsIdleAfter(),
                        get(Keys.REVIEWS_NOTICE),
                        Math.toIntExact(get(Keys.REVIEWS_MAX_SEATS)),
                        get(Keys.REVIEWS_MENTION)),
                new Policy.Budget(get(Keys.SEATS_BUDGET), get(Keys.CREDITS_BUDGET)),
                new Policy.Privacy(Math.toIntExact(get(Keys.MIN_TEAM_SIZE)), get(Keys.NAMES), get(Keys.RETENTION)),
                new Policy.Access(get(Keys.ADMIN_TEAMS)),
                new Policy.Commands(get(Keys.PREFIX)));
    }

    /** What the file says of reviews is less than what it says, or leaves open, of idle seats. */
    boolean reviewsTooEarly() {
        return values.containsKey(Keys.REVIEWS_IDLE_AFTER)
                && get(Keys.REVIEWS_IDLE_AFTER).compareTo(get(Keys.IDLE_AFTER)) < 0;
    }

    /** The usual time follows a longer one after which seats are idle. */
    private Duration reviewsIdleAfter() {
        Duration reviews = get(Keys.REVIEWS_IDLE_AFTER);
        Duration seats = get(Keys.IDLE_AFTER);
        return values.containsKey(Keys.REVIEWS_IDLE_AFTER) || reviews.compareTo(seats) >= 0 ? reviews : seats;
    }

    /** A value as it would be written in the file. */
    <T> String show(Key<T> key) {
        return key.form().show(get(key));
    }

    /** Only prices the file sets, so that a list price that GitHub changes holds for everybody else. */
    private Map<SeatPlan, BigDecimal> prices() {
        var prices = new HashMap<SeatPlan, BigDecimal>();
        price(Keys.PRICE_BUSINESS).ifPresent(price -> prices.put(SeatPlan.BUSINESS, price));
        price(Keys.PRICE_ENTERPRISE).ifPresent(price -> prices.put(SeatPlan.ENTERPRISE, price));
        return prices;
    }

    private Optional<BigDecimal> price(Key<BigDecimal> key) {
        return values.containsKey(key) ? Optional.of(get(key)) : Optional.empty();
    }
}
