package dev.flightlog.copilot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;

/** Reads the rows of a part file as a stream: one object a line, or one array of objects (FACTS §5). */
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
     * Hands every row to the reader.
     *
     * @return how many rows there were; 0 for an empty file and for a file that only says in words that there is nothing
     * @throws InvalidReportException for a file that is cut short or no report
     * @throws IOException when the stream breaks
     */
    public static long read(InputStream part, RowReader reader) throws IOException {
        long rows = 0;
        try (JsonParser parser = JSON.createParser(part)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case START_OBJECT -> {
                        rows++;
                        reader.read(parser);
                    }
                    case START_ARRAY, END_ARRAY -> {}
                    case VALUE_STRING -> onlyWords(parser, rows);
                    default -> throw new InvalidReportException("something else than an object in place of a row");
                }
            }
            return rows;
        } catch (InvalidReportException invalid) {
            throw invalid.atRow(rows);
        } catch (JsonProcessingException broken) {
            // Not as the cause: Jackson's messages quote the file.
            throw new InvalidReportException("no valid JSON at row " + rows + ", byte "
                    + broken.getLocation().getByteOffset());
        } catch (CharConversionException broken) {
            // Jackson's, where the first bytes look like UTF-32; an IOException otherwise means the connection.
            throw new InvalidReportException("no UTF-8 at row " + rows);
        } catch (IllegalStateException overflow) {
            throw new InvalidReportException("field names made to collide at row " + rows);
        }
    }

    /** Such as {@code "No report available"}. */
    private static void onlyWords(JsonParser parser, long rows) throws IOException {
        if (rows > 0 || !parser.getParsingContext().inRoot() || parser.nextToken() != null) {
            throw new InvalidReportException("a text in place of a row");
        }
    }
}
