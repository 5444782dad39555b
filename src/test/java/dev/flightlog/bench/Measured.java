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
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The process that is measured: the importer, or the floor, with the flags of {@code jvm.options}. */
final class Measured {
    /** A server has been up for a while when it is installed: what its start left to compile is compiled. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private static final long ORGANIZATION = 70001;

    private Measured() {}

    /** Arguments: load or floor, database URL, server URL, parts, last day, all, or without teams and seats, people. */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        String database = arguments[1];
        String server = arguments[2];
        LocalDate lastDay = LocalDate.parse(arguments[4]);
        try (ApplicationContext context = ApplicationContext.run(Map.of(
                "datasources.default.url", database,
                "flightlog.github.api-url", server,
                "flightlog.github.download-hosts", URI.create(server).getAuthority()))) {
            // A server that is up has made its first sweep: what speaks to GitHub is there, its certificates read.
            context.getBean(UsageImport.class);
            context.getBean(SeatReading.class);
            context.getBean(Downloads.class);
            Thread.sleep(SETTLING);
            long start = System.nanoTime();
            Duration before = Gauge.cpu();
            boolean all = arguments[5].equals("all");
            if (arguments[0].equals("floor")) {
                floor(context.getBean(Downloads.class), arguments, lastDay, all);
            } else {
                load(context, lastDay, all);
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

    private static void floor(Downloads downloads, String[] arguments, LocalDate lastDay, boolean all)
            throws IOException, SQLException {
        String database = arguments[1];
        String server = arguments[2];
        if (all) {
            FloorOfMembers.run(
                    database,
                    files(
                            downloads,
                            SeededOrganization.DAYS,
                            back -> server + "/files/user-teams-1-day-" + lastDay.minusDays(back) + ".json"),
                    files(
                            downloads,
                            Integer.parseInt(arguments[6]) / ReportServer.PAGE,
                            page -> server + ReportServer.BILLING + "/seats?page=" + (page + 1)));
        }
        int parts = Integer.parseInt(arguments[3]);
        Floor.run(database, files(downloads, parts, part -> server + "/files/users-28-day-" + part + ".json"));
    }

    private static Iterable<InputStream> files(Downloads downloads, int count, IntFunction<String> url) {
        return () -> IntStream.range(0, count)
                .mapToObj(number -> downloads.open(URI.create(url.apply(number))))
                .iterator();
    }
}
