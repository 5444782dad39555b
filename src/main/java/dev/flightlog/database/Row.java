package dev.flightlog.database;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of a result, read by column name. A column that may be null is read by the method that says so. */
public final class Row {
    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    public String text(String column) throws SQLException {
        return present(column, results.getString(column));
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        return results.getString(column);
    }

    public long number(String column) throws SQLException {
        return present(column, numberOrNull(column));
    }

    public @Nullable Long numberOrNull(String column) throws SQLException {
        long value = results.getLong(column);
        return results.wasNull() ? null : value;
    }

    public int integer(String column) throws SQLException {
        return Math.toIntExact(number(column));
    }

    public @Nullable Integer integerOrNull(String column) throws SQLException {
        int value = results.getInt(column);
        return results.wasNull() ? null : value;
    }

    public BigDecimal decimal(String column) throws SQLException {
        return present(column, results.getBigDecimal(column));
    }

    public @Nullable BigDecimal decimalOrNull(String column) throws SQLException {
        return results.getBigDecimal(column);
    }

    public double real(String column) throws SQLException {
        return results.getDouble(column);
    }

    public boolean flag(String column) throws SQLException {
        return results.getBoolean(column);
    }

    public Instant instant(String column) throws SQLException {
        return present(column, instantOrNull(column));
    }

    public @Nullable Instant instantOrNull(String column) throws SQLException {
        OffsetDateTime value = results.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    public LocalDate date(String column) throws SQLException {
        return present(column, dateOrNull(column));
    }

    public @Nullable LocalDate dateOrNull(String column) throws SQLException {
        return results.getObject(column, LocalDate.class);
    }

    public UUID uuid(String column) throws SQLException {
        return present(column, results.getObject(column, UUID.class));
    }

    public byte[] bytes(String column) throws SQLException {
        return present(column, bytesOrNull(column));
    }

    public byte @Nullable [] bytesOrNull(String column) throws SQLException {
        return results.getBytes(column);
    }

    public List<String> texts(String column) throws SQLException {
        Array array = present(column, results.getArray(column));
        return List.of((String[]) array.getArray());
    }

    private static <T> T present(String column, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("column " + column + " is null");
        }
        return value;
    }
}
