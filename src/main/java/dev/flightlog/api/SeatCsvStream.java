package dev.flightlog.api;

import dev.flightlog.seat.DecidedSeat;
import dev.flightlog.seat.SeatCsv;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The CSV of all seats, read from the database while it is sent: memory does not grow with the organization, and no
 * transaction stays open for a slow reader.
 */
public final class SeatCsvStream implements Enumeration<InputStream> {
    static final int SEATS_AT_A_TIME = 500;

    private final SeatCsv csv;
    private final Batches batches;
    private @Nullable String next;
    private long last;

    private SeatCsvStream(SeatCsv csv, Batches batches) {
        this.csv = csv;
        this.batches = batches;
        this.next = csv.header();
    }

    public static InputStream of(SeatCsv csv, Batches batches) {
        return new SequenceInputStream(new SeatCsvStream(csv, batches));
    }

    @Override
    public boolean hasMoreElements() {
        if (next == null) {
            List<DecidedSeat> seats = batches.after(last, SEATS_AT_A_TIME);
            if (!seats.isEmpty()) {
                last = seats.getLast().seat().personId();
                next = csv.rows(seats);
            }
        }
        return next != null;
    }

    @Override
    public InputStream nextElement() {
        if (!hasMoreElements() || next == null) {
            throw new NoSuchElementException();
        }
        InputStream part = new ByteArrayInputStream(next.getBytes(StandardCharsets.UTF_8));
        next = null;
        return part;
    }

    /** Gives the next seats after a person's, in whatever order; 0 at the start. */
    @FunctionalInterface
    public interface Batches {
        List<DecidedSeat> after(long personId, int limit);
    }
}
