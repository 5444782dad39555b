package dev.flightlog.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a benchmark must stay below, so that a version that is slower fails instead of printing other figures. */
final class Bounds {
    private final double slack;
    private final List<String> above = new ArrayList<>();

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
            above.add(String.format(Locale.ROOT, "%s: %.0f %s, bound %.0f", what, measured, unit, bound * slack));
        }
    }

    /** Says what was above its bound. 1 where something was, else 0: the exit code. */
    int verdict() {
        above.forEach(each -> System.out.println("above the bound: " + each));
        if (above.isEmpty()) {
            System.out.println("every bound is kept");
        }
        return above.isEmpty() ? 0 : 1;
    }
}
