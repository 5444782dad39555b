package dev.flightlog.summary.text;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.summary.Provenance.Defect;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Defects of GitHub's data that are known with their dates (github.md: Data defects): the table {@code
 * github-data-defects.csv}.
 */
public final class KnownDefects {
    private static final String RESOURCE = "/github-data-defects.csv";
    private static final List<Defect> ALL = read();

    private KnownDefects() {}

    /** Those that touch a week. */
    public static List<Defect> in(IsoWeek week) {
        return ALL.stream().filter(defect -> defect.touches(week)).toList();
    }

    private static List<Defect> read() {
        try (Reader text = new InputStreamReader(
                        Objects.requireNonNull(KnownDefects.class.getResourceAsStream(RESOURCE), RESOURCE),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text);
                Stream<NamedCsvRecord> rows = csv.stream()) {
            return rows.map(KnownDefects::defect).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Defect defect(NamedCsvRecord row) {
        String last = row.getField("last_day");
        return new Defect(
                LocalDate.parse(row.getField("first_day")),
                last.isEmpty() ? null : LocalDate.parse(last),
                row.getField("words"));
    }
}
