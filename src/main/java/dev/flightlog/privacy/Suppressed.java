package dev.flightlog.privacy;

import org.jspecify.annotations.Nullable;

/**
 * Which figures of one group in one period may not be shown.
 *
 * @param threshold the policy's {@code privacy.min_team_size} under which it was decided
 * @param few metrics, as bits, with at least one but too few contributors
 * @param withheld metrics, as bits, that would give a few people away together with other figures
 */
public record Suppressed(int threshold, int few, int withheld) {
    /** Everything may be shown. */
    public static Suppressed nothing(int threshold) {
        return new Suppressed(threshold, 0, 0);
    }

    /** A count as it was stored: itself where it was shown, else what was said in its place. */
    public static Figure<Integer> stored(@Nullable Integer count, @Nullable Suppressed suppressed, Metric metric) {
        if (count != null) {
            return Figure.shown(count);
        }
        return suppressed == null
                ? Figure.withheld()
                : suppressed.people(metric, 0).hide();
    }

    /** Nothing may be shown. */
    public static Suppressed everything(int threshold) {
        return new Suppressed(threshold, 0, -1);
    }

    /** Nothing is shown of the group, because too few people in it held a seat. */
    public boolean hidden() {
        return !may(Metric.SEATED);
    }

    /** Whether a metric's value may be shown. */
    public boolean shows(Metric metric) {
        return !hidden() && may(metric);
    }

    private boolean may(Metric metric) {
        return ((few | withheld) & metric.bit()) == 0;
    }

    /** A count of people: itself, "fewer than 5", or nothing. */
    public Figure<Integer> people(Metric metric, int count) {
        if (shows(metric)) {
            return Figure.shown(count);
        }
        return !hidden() && (few & metric.bit()) != 0 ? new Figure.Few<>(threshold) : Figure.withheld();
    }

    /** A sum, rate or share that is made of all these metrics: itself or nothing. */
    public <T> Figure<T> sum(T value, Metric... metrics) {
        for (Metric metric : metrics) {
            if (!shows(metric)) {
                return Figure.withheld();
            }
        }
        return Figure.shown(value);
    }
}
