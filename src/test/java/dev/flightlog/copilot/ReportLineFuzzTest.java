package dev.flightlog.copilot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a line of a report holds, it is rows that can be or one refusal that shows nothing of it. */
class ReportLineFuzzTest {
    private static final String LINES = text("users-1-day.ndjson");
    private static final List<String> PIECES = List.of(
            "null",
            "-1",
            "1e999",
            "99999999999999999999",
            "0.5",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "{}",
            "[]",
            "[[[",
            "true",
            "{",
            "}",
            ",",
            ":",
            "\"",
            "\\",
            "\n",
            "\u0000",
            "\"2026-02-30\"",
            "\"user_id\"",
            "\ufeff",
            "]",
            " 7");

    @Property(tries = 3_000)
    void anyChangeIsRowsOrARefusal(@ForAll("changed") String lines) throws IOException {
        hasAnswer(lines.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 1_000)
    void anyBytesAreRowsOrARefusal(@ForAll byte[] bytes) throws IOException {
        hasAnswer(bytes);
    }

    /** Found by the property above: Jackson takes such bytes for UTF-32. */
    @Example
    void bytesThatLookLikeAnotherEncodingAreARefusal() throws IOException {
        hasAnswer(new byte[] {0, 0, 1, 0});
        hasAnswer(new byte[] {0, 0, 0, -70, -14, 11, 11, -7, -4, 20, -4, 6});
    }

    /** A connection that breaks off inside a row is never taken for the end of the file. */
    @Property(tries = 1_000)
    void aFileThatIsCutInsideARowIsRefused(@ForAll("cuts") int length) {
        String cut = LINES.substring(0, length);
        boolean insideRow = !cut.isBlank()
                && !cut.stripTrailing().endsWith("}}")
                && !cut.stripTrailing().endsWith("]}");

        if (insideRow) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> read(cut.getBytes(StandardCharsets.UTF_8))))
                    .isInstanceOf(InvalidReportException.class);
        }
    }

    @Provide
    Arbitrary<Integer> cuts() {
        return Arbitraries.integers().between(1, LINES.length() - 2);
    }

    @Provide
    Arbitrary<String> changed() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.oneOf(
                                Arbitraries.of(PIECES), Arbitraries.strings().ofMaxLength(5)))
                .as((where, removed, piece) -> {
                    int at = (int) (where * LINES.length());
                    return LINES.substring(0, at) + piece + LINES.substring(Math.min(LINES.length(), at + removed));
                });
    }

    private static void hasAnswer(byte[] file) throws IOException {
        try {
            assertThat(read(file)).isNotNegative();
        } catch (InvalidReportException refused) {
            assertThat(refused.getMessage()).isNotBlank().doesNotContain("ada-acme", "\n", "\u0000");
        }
    }

    /** Rows; what is taken is possible. */
    private static long read(byte[] file) throws IOException {
        UserDayReader rows = new UserDayReader(new NameTable(), new UnknownFields(), row -> {
            assertThat(row.personId).isPositive();
            for (Counter counter : Counter.values()) {
                assertThat(row.count(counter)).isNotNegative();
            }
        });
        return ReportReader.read(new ByteArrayInputStream(file), rows).rows();
    }

    private static String text(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/github/reports", name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
