package dev.flightlog.command.answer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows for spreadsheets (RFC 4180); a cell that a spreadsheet would run as a formula is defused, and a
 * line break in a cell is a space, so that nothing breaks out of the fence around the rows. Pure.
 */
final class Csv {
    private static final String STARTS_FORMULA = "=+-@\t\r";

    private Csv() {}

    /** One row, with its line end. */
    static String row(List<? extends @Nullable Object> cells) {
        StringWriter row = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(row)) {
            writer.writeRecord(cells.stream().map(Csv::cell).toList());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return row.toString();
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString().replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
        boolean formula = !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
