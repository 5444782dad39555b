package dev.flightlog.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads rows from a {@code COPY … to stdout (format binary)}, in place of a statement's: a query's rows come as
 * text until the driver has seen it five times, and most statements here run less often. Columns are read in their
 * order; a null is read by the methods that say so only.
 */
public final class BinaryRows {
    private static final int SIGNATURE = 11;
    private static final int FLAGS = 4;
    private static final int END = -1;
    private static final int NULL = -1;
    /** From which Postgres counts days and microseconds. */
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);

    private static final Instant EPOCH_START =
            EPOCH.atStartOfDay(ZoneOffset.UTC).toInstant();

    /** Takes what it wants of a row, which is another one afterwards. */
    @FunctionalInterface
    public interface Reader {
        void take(BinaryRows row);
    }

    private ByteBuffer row = ByteBuffer.allocate(0);

    private BinaryRows() {}

    /** @param query without parameters: COPY takes none, so only numbers and days may be put into it */
    public static void each(Database database, String query, Reader reader) {
        database.onConnection(connection -> {
            CopyOut copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + query + ") to stdout (format binary)");
            try {
                return new BinaryRows().read(copy, reader);
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
    }

    private long read(CopyOut copy, Reader reader) throws SQLException {
        long rows = 0;
        for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
            row = ByteBuffer.wrap(message);
            if (rows == 0) {
                row.position(SIGNATURE + FLAGS);
                row.position(row.position() + Integer.BYTES + row.getInt(row.position()));
            }
            if (row.getShort() != END) {
                rows++;
                reader.take(this);
            }
        }
        return rows;
    }

    public long bigint() {
        row.getInt();
        return row.getLong();
    }

    public int integer() {
        row.getInt();
        return row.getInt();
    }

    /** An array without nulls. */
    public long[] bigints() {
        row.getInt();
        int dimensions = row.getInt();
        row.getInt();
        row.getInt();
        if (dimensions == 0) {
            return new long[0];
        }
        long[] numbers = new long[row.getInt()];
        row.getInt();
        for (int index = 0; index < numbers.length; index++) {
            row.getInt();
            numbers[index] = row.getLong();
        }
        return numbers;
    }

    /** An array of {@code int} without nulls. */
    public int[] integers() {
        row.getInt();
        int dimensions = row.getInt();
        row.getInt();
        row.getInt();
        if (dimensions == 0) {
            return new int[0];
        }
        int[] numbers = new int[row.getInt()];
        row.getInt();
        for (int index = 0; index < numbers.length; index++) {
            row.getInt();
            numbers[index] = row.getInt();
        }
        return numbers;
    }

    public String text() {
        return text(row.getInt());
    }

    public @Nullable String textOrNull() {
        int length = row.getInt();
        return length == NULL ? null : text(length);
    }

    private String text(int length) {
        String text = new String(row.array(), row.arrayOffset() + row.position(), length, StandardCharsets.UTF_8);
        row.position(row.position() + length);
        return text;
    }

    public LocalDate date() {
        row.getInt();
        return day();
    }

    public @Nullable LocalDate dateOrNull() {
        return row.getInt() == NULL ? null : day();
    }

    private LocalDate day() {
        return EPOCH.plusDays(row.getInt());
    }

    /** A {@code timestamptz}, to the microsecond. */
    public Instant instant() {
        row.getInt();
        return moment();
    }

    public @Nullable Instant instantOrNull() {
        return row.getInt() == NULL ? null : moment();
    }

    private Instant moment() {
        return EPOCH_START.plus(row.getLong(), ChronoUnit.MICROS);
    }
}
