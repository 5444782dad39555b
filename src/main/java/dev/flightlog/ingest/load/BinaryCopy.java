package dev.flightlog.ingest.load;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** Feeds a {@code COPY … from stdin (format binary)}: each value as Postgres keeps it, so that neither side formats or parses text. */
public final class BinaryCopy implements AutoCloseable {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int FULL = 64 * 1024;
    private static final long EPOCH_2000 = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final int TEXT = 25;
    private static final int BIGINT = 20;
    private static final int NUMERIC_BASE = 10_000;

    private final CopyIn copy;
    private ByteBuffer buffer = ByteBuffer.allocate(2 * FULL);

    public BinaryCopy(CopyIn copy) {
        this.copy = copy;
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    public void row(int columns) throws SQLException {
        if (buffer.position() >= FULL) {
            flush();
        }
        room(2).putShort((short) columns);
    }

    public void bigint(long value) {
        room(12).putInt(8).putLong(value);
    }

    public void integer(int value) {
        room(8).putInt(4).putInt(value);
    }

    void integerOrNull(@Nullable Integer value) {
        if (value == null) {
            nothing();
        } else {
            integer(value);
        }
    }

    void smallint(int value) {
        room(6).putInt(2).putShort((short) value);
    }

    void flag(boolean value) {
        room(5).putInt(1).put((byte) (value ? 1 : 0));
    }

    public void date(LocalDate value) {
        integer(Math.toIntExact(value.toEpochDay() - EPOCH_2000));
    }

    void nothing() {
        room(4).putInt(-1);
    }

    public void text(String value) {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    void jsonb(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        room(5 + bytes.length).putInt(1 + bytes.length).put((byte) 1).put(bytes);
    }

    void bytes(byte[] value) {
        bytes(value, 0, value.length);
    }

    public void bytes(byte[] value, int offset, int length) {
        room(4 + length).putInt(length).put(value, offset, length);
    }

    /** A numeric with four digits behind the point, given in ten-thousandths: one digit of base 10,000 each side and up. */
    void numeric(long tenThousandths) {
        short[] digits = new short[6];
        int first = digits.length;
        for (long rest = tenThousandths; rest > 0; rest /= NUMERIC_BASE) {
            digits[--first] = (short) (rest % NUMERIC_BASE);
        }
        int count = digits.length - first;
        room(12 + 2 * count)
                .putInt(8 + 2 * count)
                .putShort((short) count)
                .putShort((short) (count - 2))
                .putShort((short) 0)
                .putShort((short) 4);
        for (int index = first; index < digits.length; index++) {
            buffer.putShort(digits[index]);
        }
    }

    /** A numeric from 0, to four digits behind the point. */
    void numericOrNull(@Nullable Double value) {
        if (value == null) {
            nothing();
        } else {
            numeric(BigDecimal.valueOf(Math.max(0, value)).movePointRight(4).longValue());
        }
    }

    void bigints(long[] values, int from, int to) {
        int count = to - from;
        room(24 + 12 * count).putInt((count == 0 ? 12 : 20) + 12 * count);
        arrayOf(BIGINT, count);
        for (int index = from; index < to; index++) {
            buffer.putInt(8).putLong(values[index]);
        }
    }

    void texts(String[] values, int count) {
        room(4);
        int start = buffer.position();
        buffer.putInt(0);
        room(20);
        arrayOf(TEXT, count);
        for (int index = 0; index < count; index++) {
            text(values[index]);
        }
        buffer.putInt(start, buffer.position() - start - 4);
    }

    private void arrayOf(int type, int count) {
        buffer.putInt(count == 0 ? 0 : 1).putInt(0).putInt(type);
        if (count > 0) {
            buffer.putInt(count).putInt(1);
        }
    }

    /** Ends it. Rows loaded. */
    public long end() throws SQLException {
        room(2).putShort((short) -1);
        flush();
        return copy.endCopy();
    }

    /** A copy that was not ended is called off, so that the connection can roll back. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            int position = buffer.position();
            buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), Math.max(2 * buffer.capacity(), position + bytes)))
                    .position(position);
        }
        return buffer;
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
