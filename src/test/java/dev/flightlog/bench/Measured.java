package dev.flightlog.bench;

import dev.flightlog.copilot.ReportKind;
import dev.flightlog.github.Access;
import dev.flightlog.github.Downloads;
import dev.flightlog.ingest.ImportOutcome;
import dev.flightlog.ingest.ReportOwner;
import dev.flightlog.ingest.UsageImport;
import dev.flightlog.seat.SeatReadingResult;
import dev.flightlog.seat.SeatSync;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The process that is measured: the importer, or the floor, with the flags of {@code jvm.options}. */
final class Measured {
    /** A server has been up for a while when it is installed: what its start left to compile is compiled. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private static final long ORGANIZATION = 70001;

    private Measured() {}

    /**
     * What is to be done, as it is handed to the process.
     *
     * @param load false for the floor
     * @param api where the report endpoints and the seats are
     * @param files where the links lead to
     * @param parts files of the users report
     * @param all with teams and seats
     */
    record Order(
            boolean load,
            String database,
            String api,
            String files,
            int parts,
            LocalDate lastDay,
            boolean all,
            int people) {
        static Order of(String[] arguments) {
            return new Order(
                    Boolean.parseBoolean(arguments[0]),
                    arguments[1],
                    arguments[2],
                    arguments[3],
                    Integer.parseInt(arguments[4]),
                    LocalDate.parse(arguments[5]),
                    Boolean.parseBoolean(arguments[6]),
                    Integer.parseInt(arguments[7]));
        }

        List<String> arguments() {
            return Stream.of(load, database, api, files, parts, lastDay, all, people)
                    .map(String::valueOf)
                    .toList();
        }

        private String hosts() {
            return URI.create(files).getAuthority() + "," + URI.create(api).getAuthority();
        }
    }

    /** Arguments: an {@link Order}. */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        Order order = Order.of(arguments);
        try (ApplicationContext context = ApplicationContext.run(Map.of(
                "datasources.default.url", order.database(),
                "flightlog.github.api-url", order.api(),
                "flightlog.github.download-hosts", order.hosts()))) {
            // A server that is up has made its first sweep: what speaks to GitHub is there, its certificates read.
            context.getBean(UsageImport.class);
            context.getBean(SeatSync.class);
            context.getBean(Downloads.class);
            Thread.sleep(SETTLING);
            long start = System.nanoTime();
            Duration before = Gauge.cpu();
            if (order.load()) {
                load(context, order);
            } else {
                floor(context.getBean(Downloads.class), order);
            }
            System.out.printf(
                    "RESULT %d %d %d%n",
                    Duration.ofNanos(System.nanoTime() - start).toMillis(),
                    Gauge.cpu().minus(before).toMillis(),
                    Gauge.peakMegabytes());
        }
    }

    /** As the server does: usage in one job, seats in another beside it. */
    private static void load(ApplicationContext context, Order order) throws InterruptedException {
        UsageImport usage = context.getBean(UsageImport.class);
        ReportOwner owner = new ReportOwner(ORGANIZATION, "acme", new Access.Anonymous());
        AtomicReference<@Nullable SeatReadingResult> seats = new AtomicReference<>();
        Thread reading = Thread.ofPlatform()
                .unstarted(() ->
                        seats.set(context.getBean(SeatSync.class).read(ORGANIZATION, "acme", new Access.Anonymous())));
        if (order.all()) {
            reading.start();
            for (int back = SeededOrganization.DAYS - 1; back >= 0; back--) {
                require(usage.importReport(
                        owner, ReportKind.USER_TEAMS_1_DAY, order.lastDay().minusDays(back)));
            }
        }
        require(usage.importReport(owner, ReportKind.USERS_28_DAY, order.lastDay()));
        if (order.all()) {
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

    private static void floor(Downloads downloads, Order order) throws IOException, SQLException {
        if (order.all()) {
            FloorOfMembers.run(
                    order.database(),
                    files(
                            downloads,
                            SeededOrganization.DAYS,
                            back -> order.files() + "/user-teams-1-day-"
                                    + order.lastDay().minusDays(back) + ".json"),
                    files(
                            downloads,
                            order.people() / ReportServer.PAGE,
                            page -> order.api() + ReportServer.BILLING + "/seats?page=" + (page + 1)));
        }
        Floor.run(
                order.database(),
                files(downloads, order.parts(), part -> order.files() + "/users-28-day-" + part + ".json"));
    }

    private static Iterable<InputStream> files(Downloads downloads, int count, IntFunction<String> url) {
        return () -> IntStream.range(0, count)
                .mapToObj(number -> downloads.open(URI.create(url.apply(number))))
                .iterator();
    }
}
