package dev.flightlog.database;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ByteStreamWriter;

/** Binds Java values to a statement: the types that our tables have, and collections of them as arrays. */
final class Parameters {
    private Parameters() {}

    static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            bind(statement, index + 1, values[index]);
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case Collection<?> collection -> statement.setArray(index, array(statement.getConnection(), collection));
            // The driver copies an array, and GitHub's largest payload is a quarter of the heap.
            case byte[] bytes -> statement.setObject(index, ByteStreamWriter.of(ByteBuffer.wrap(bytes)));
            case StreamedBytes bytes -> statement.setBinaryStream(index, open(bytes), bytes.length());
            case Enum<?> constant -> throw new IllegalArgumentException("say how " + constant + " is stored");
            default -> statement.setObject(index, value);
        }
    }

    /** The driver closes no stream; one of a file is closed when it is collected, and read to its end before. */
    private static InputStream open(StreamedBytes bytes) throws SQLException {
        try {
            return bytes.source().open();
        } catch (IOException gone) {
            throw new SQLException("the bytes cannot be read: " + gone.getMessage(), gone);
        }
    }

    /** Numbers and texts in an array of their own type, which the driver sends in binary. */
    private static java.sql.Array array(Connection connection, Collection<?> collection) throws SQLException {
        String type = elementType(collection);
        return connection.createArrayOf(
                type,
                switch (type) {
                    case "bigint" -> collection.toArray(Long[]::new);
                    case "text" -> collection.toArray(String[]::new);
                    case "bytea" -> collection.toArray(byte[][]::new);
                    case "timestamptz" -> inUtc(collection);
                    default -> collection.toArray();
                });
    }

    private static Object[] inUtc(Collection<?> instants) {
        Object[] elements = instants.toArray();
        for (int index = 0; index < elements.length; index++) {
            elements[index] = elements[index] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : null;
        }
        return elements;
    }

    /** An array of nothing, or of nulls only, is text: Postgres casts it to what the statement says. */
    private static String elementType(Collection<?> collection) {
        for (Object element : collection) {
            switch (element) {
                case null -> {}
                case Long _ -> {
                    return "bigint";
                }
                case Integer _ -> {
                    return "int";
                }
                case Boolean _ -> {
                    return "boolean";
                }
                case LocalDate _ -> {
                    return "date";
                }
                case Instant _ -> {
                    return "timestamptz";
                }
                case BigDecimal _ -> {
                    return "numeric";
                }
                case UUID _ -> {
                    return "uuid";
                }
                case byte[] _ -> {
                    return "bytea";
                }
                default -> {
                    return "text";
                }
            }
        }
        return "text";
    }
}
