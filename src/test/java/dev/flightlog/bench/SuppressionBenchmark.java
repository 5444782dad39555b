package dev.flightlog.bench;

import dev.flightlog.privacy.TreeOfTeams;
import dev.flightlog.privacy.Visibilities;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * How long the decision takes what may be shown, in a tree of teams with managers: the teams of now, and a week with all
 * metrics and its days. Reading and storing are not in it.
 *
 * <p>Arguments: runs (5 without). Run it with {@code -Xmx256m}.
 */
final class SuppressionBenchmark {
    private static final int THRESHOLD = 5;
    private static final double MAX_SECONDS = 5;
    private static final int[][] SIZES = {{10_000, 400}, {30_000, 1_200}, {100_000, 4_000}};

    private SuppressionBenchmark() {}

    public static void main(String[] arguments) {
        int runs = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
        Bounds bounds = Bounds.ofThisRun();
        System.out.println("people   teams  hidden  now: median (worst) s   week: median (worst) s");
        for (int[] size : SIZES) {
            TreeOfTeams tree = TreeOfTeams.of(size[0], size[1]);
            Set<Long> everybody = LongStream.rangeClosed(1, size[0]).boxed().collect(Collectors.toSet());
            int[] hidden = new int[1];
            Seconds now = measure(
                    runs,
                    () -> hidden[0] = Visibilities.decide(everybody, tree.teams(), THRESHOLD)
                            .hidden());
            Seconds week = measure(runs, () -> Visibilities.week(size[0], tree.teams(), THRESHOLD));
            System.out.printf("%7d %6d %7d  %s   %s%n", size[0], tree.teams().size(), hidden[0], now, week);
            bounds.check("teams of now, " + size[0] + " people", now.median(), MAX_SECONDS, "s");
            bounds.check("a week, " + size[0] + " people", week.median(), MAX_SECONDS, "s");
        }
        System.exit(bounds.verdict());
    }

    private record Seconds(double median, double worst) {
        @Override
        public String toString() {
            return "%.3f (%.3f)".formatted(median, worst);
        }
    }

    private static Seconds measure(int runs, IntSupplier work) {
        List<Double> seconds = new ArrayList<>();
        int[] results = new int[runs];
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            results[run] = work.getAsInt();
            seconds.add(Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0);
        }
        if (Arrays.stream(results).distinct().count() != 1) {
            throw new IllegalStateException("the same data were decided differently: " + Arrays.toString(results));
        }
        Collections.sort(seconds);
        return new Seconds(seconds.get(runs / 2), seconds.getLast());
    }
}
