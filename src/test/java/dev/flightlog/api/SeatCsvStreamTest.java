package dev.flightlog.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.cost.PoolUse;
import dev.flightlog.cost.SavingCells;
import dev.flightlog.seat.DecidedSeat;
import dev.flightlog.seat.Seat;
import dev.flightlog.seat.SeatCsv;
import dev.flightlog.seat.SeatDecisions;
import dev.flightlog.seat.SeatPlan;
import dev.flightlog.seat.SeatRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The CSV comes from the database as it is read, and never as a whole. */
class SeatCsvStreamTest {
    private static final SavingCells NO_SAVING = new SavingCells(new PoolUse.NotProjected(), SeatRules.DEFAULTS);

    private static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");
    private static final int PEOPLE = 10_000;

    private final AtomicInteger batches = new AtomicInteger();

    @Test
    void readsNoMoreThanWhatIsAskedFor() throws IOException {
        try (InputStream csv = stream()) {
            assertThat(csv.readNBytes(100)).hasSize(100);
            assertThat(batches).hasValue(0);

            csv.readNBytes(1_000);
            assertThat(batches).hasValue(1);
        }
    }

    @Test
    void givesEverySeatOnce() throws IOException {
        try (InputStream csv = stream()) {
            List<String> lines = new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();

            assertThat(lines).hasSize(PEOPLE + 1).doesNotHaveDuplicates();
            assertThat(lines.getFirst())
                    .startsWith("report_time,login,last_authenticated_at,last_activity_at,last_surface_used,");
            assertThat(lines.getLast()).startsWith("2026-11-18T09:00:00Z,p10000,");
            assertThat(batches).hasValue(PEOPLE / SeatCsvStream.SEATS_AT_A_TIME + 1);
        }
    }

    private InputStream stream() {
        return SeatCsvStream.of(new SeatCsv(NOW, NO_SAVING), (after, limit) -> {
            batches.incrementAndGet();
            return LongStream.rangeClosed(after + 1, Math.min(after + limit, PEOPLE))
                    .mapToObj(SeatCsvStreamTest::seat)
                    .toList();
        });
    }

    private static DecidedSeat seat(long id) {
        Seat seat = new Seat(id, "p" + id, SeatPlan.BUSINESS, null, null, NOW, null, null, null, null, null, Set.of());
        return new DecidedSeat(seat, SeatDecisions.decide(seat.facts(), SeatRules.DEFAULTS, NOW));
    }
}
