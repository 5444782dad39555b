package dev.flightlog.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a benchmark must keep to, so that a version that is slower fails instead of printing other figures. */
final class Bounds {
    private final double slack;
    private final List<String> missed = new ArrayList<>();

    private Bounds(double slack) {
        this.slack = slack;
    }

    /** {@code BENCH_SLACK=3} in the environment allows three times each bound, on a machine that does something else too. */
    static Bounds ofThisRun() {
        return new Bounds(Double.parseDouble(System.getenv().getOrDefault("BENCH_SLACK", "1")));
    }

    /** @param unit such as ms */
    void check(String what, double measured, double bound, String unit) {
        if (measured > bound * slack) {
            missed.add(String.format(Locale.ROOT, "%s: %.2f %s, bound %.2f", what, measured, unit, bound * slack));
        }
    }

    /** For what must not fall below. */
    void checkFloor(String what, double measured, double floor, String unit) {
        if (measured < floor / slack) {
            missed.add(String.format(Locale.ROOT, "%s: %.2f %s, not even %.2f", what, measured, unit, floor / slack));
        }
    }

    /** Says which were not kept. 1 where one was not, else 0: the exit code. */
    int verdict() {
        missed.forEach(each -> System.out.println("missed: " + each));
        if (missed.isEmpty()) {
            System.out.println("every bound is kept");
        }
        return missed.isEmpty() ? 0 : 1;
    }
}
