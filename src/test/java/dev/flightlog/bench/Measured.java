package dev.flightlog.bench;

import dev.flightlog.copilot.ReportKind;
import dev.flightlog.github.Access;
import dev.flightlog.github.Downloads;
import dev.flightlog.seat.SeatReading;
import dev.flightlog.seat.SeatReadingResult;
import dev.flightlog.usage.ImportOutcome;
import dev.flightlog.usage.ReportOwner;
import dev.flightlog.usage.UsageImport;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The process that is measured: the importer, or the floor, with the flags of {@code jvm.options}. */
final class Measured {
    /** A server has been up for a while when it is installed: what its start left to compile is compiled. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private static final long ORGANIZATION = 70001;

    private Measured() {}

    /** Arguments: load or floor, database URL, server URL, parts, last day, all, or without teams and seats. */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        String database = arguments[1];
        String server = arguments[2];
        int parts = Integer.parseInt(arguments[3]);
        LocalDate lastDay = LocalDate.parse(arguments[4]);
        try (ApplicationContext context = ApplicationContext.run(Map.of(
                "datasources.default.url", database,
                "flightlog.github.api-url", server,
                "flightlog.github.download-hosts", URI.create(server).getAuthority()))) {
            Thread.sleep(SETTLING);
            long start = System.nanoTime();
            Duration before = Gauge.cpu();
            if (arguments[0].equals("floor")) {
                Downloads downloads = context.getBean(Downloads.class);
                Floor.run(database, files(downloads, server, parts));
            } else {
                load(context, lastDay, arguments[5].equals("all"));
            }
            System.out.printf(
                    "RESULT %d %d %d%n",
                    Duration.ofNanos(System.nanoTime() - start).toMillis(),
                    Gauge.cpu().minus(before).toMillis(),
                    Gauge.peakMegabytes());
        }
    }

    /** As the server does: usage in one job, seats in another beside it. */
    private static void load(ApplicationContext context, LocalDate lastDay, boolean all) throws InterruptedException {
        UsageImport usage = context.getBean(UsageImport.class);
        ReportOwner owner = new ReportOwner(ORGANIZATION, "acme", new Access.Anonymous());
        AtomicReference<@Nullable SeatReadingResult> seats = new AtomicReference<>();
        Thread reading = Thread.ofPlatform()
                .unstarted(() -> seats.set(
                        context.getBean(SeatReading.class).read(ORGANIZATION, "acme", new Access.Anonymous())));
        if (all) {
            reading.start();
            for (int back = SeededOrganization.DAYS - 1; back >= 0; back--) {
                require(usage.importReport(owner, ReportKind.USER_TEAMS_1_DAY, lastDay.minusDays(back)));
            }
        }
        require(usage.importReport(owner, ReportKind.USERS_28_DAY, lastDay));
        if (all) {
            reading.join();
            if (!(seats.get() instanceof SeatReadingResult.Read)) {
                throw new IllegalStateException("seats are not read: " + seats.get());
            }
        }
    }

    private static void require(ImportOutcome outcome) {
        if (!(outcome instanceof ImportOutcome.Imported)) {
            throw new IllegalStateException("not imported: " + outcome);
        }
    }

    private static Iterable<InputStream> files(Downloads downloads, String server, int parts) {
        return () -> {
            Iterator<Integer> part = IntStream.range(0, parts).iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return part.hasNext();
                }

                @Override
                public InputStream next() {
                    return downloads.open(URI.create(server + "/files/users-28-day-" + part.next() + ".json"));
                }
            };
        };
    }
}
