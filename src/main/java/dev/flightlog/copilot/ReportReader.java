package dev.flightlog.copilot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a part file as a stream: one object a line, or one array of objects (github.md: Reports). */
public final class ReportReader {
    /** Lines may be of any length; what is inside them is bounded, so that memory is. */
    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxNameLength(1_000)
                    .maxStringLength(1_000_000)
                    .maxNumberLength(100)
                    .build())
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private ReportReader() {}

    /**
     * Hands every row to the reader. GitHub promises nothing about rows: one that cannot be read is left out and
     * counted.
     *
     * @throws InvalidReportException for a file that is cut short or no report
     * @throws IOException when the stream breaks
     */
    public static ReadRows read(InputStream part, RowReader reader) throws IOException {
        return new File(part, reader).read();
    }

    /** One file while it is read. */
    private static final class File {
        private final RecentBytes bytes;
        private final RowReader reader;
        private long rows;
        private long leftOut;
        private @Nullable String firstProblem;
        /** Where in the file the parser's input begins, and the row that it read last. */
        private long origin;

        private long row;
        private boolean inside;

        File(InputStream part, RowReader reader) {
            this.bytes = new RecentBytes(part);
            this.reader = reader;
        }

        ReadRows read() throws IOException {
            InputStream rest = bytes;
            while (rest != null) {
                rest = readUntilBroken(rest);
            }
            return new ReadRows(rows, leftOut, firstProblem);
        }

        /** Null at the end of the file; else where to go on after a line that is no JSON. */
        private @Nullable InputStream readUntilBroken(InputStream input) throws IOException {
            row = origin;
            inside = false;
            try (JsonParser parser = JSON.createParser(input)) {
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    switch (token) {
                        case START_OBJECT -> take(parser);
                        case START_ARRAY, END_ARRAY -> {}
                        case VALUE_STRING -> onlyWords(parser);
                        default -> leaveOut("something else than an object in place of a row");
                    }
                }
                return null;
            } catch (JsonProcessingException broken) {
                return afterBroken(broken);
            } catch (CharConversionException broken) {
                // Jackson's, where the first bytes look like UTF-32; an IOException otherwise means the connection.
                throw new InvalidReportException("no UTF-8 at row " + number());
            } catch (IllegalStateException overflow) {
                throw new InvalidReportException("field names made to collide at row " + number());
            }
        }

        private void take(JsonParser parser) throws IOException {
            row = origin + parser.currentTokenLocation().getByteOffset();
            inside = true;
            JsonStreamContext outer = parser.getParsingContext().getParent();
            try {
                reader.read(parser);
                rows++;
            } catch (InvalidReportException odd) {
                while (parser.getParsingContext() != outer) {
                    parser.nextToken();
                }
                leaveOut(String.valueOf(odd.getMessage()));
            }
            inside = false;
        }

        /**
         * What is cut off where the file ends means that the file was; a line that is broken elsewhere is one odd row.
         */
        private InputStream afterBroken(JsonProcessingException broken) throws IOException {
            long offset =
                    broken.getLocation() == null ? -1 : broken.getLocation().getByteOffset();
            // Not as the cause: Jackson's messages quote the file.
            InvalidReportException refused =
                    new InvalidReportException("no valid JSON at row " + number() + ", byte " + (origin + offset));
            long next = bytes.lineAfter(inside ? row : Math.max(row, origin + offset - 1));
            if (offset < 0 || next < 0 || broken instanceof JsonEOFException && bytes.isEnd(next)) {
                throw refused;
            }
            leaveOut("no valid JSON");
            origin = next;
            return bytes.from(next);
        }

        /** Such as {@code No report available}. */
        private void onlyWords(JsonParser parser) throws IOException {
            if (number() == 1 && parser.getParsingContext().inRoot() && parser.nextToken() == null) {
                return;
            }
            throw new InvalidReportException("a text in place of a row");
        }

        private void leaveOut(String problem) {
            if (firstProblem == null) {
                firstProblem = "row " + number() + ": " + problem;
            }
            leftOut++;
        }

        private long number() {
            return rows + leftOut + 1;
        }
    }
}
