package dev.flightlog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the reports that were asked for, newest day first. */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReportList(int totalReports, List<Report> reports) {
    /**
     * A report of GitHub's.
     *
     * @param day its day; for a 28-day report the last one
     * @param outcome imported, no_data or failed
     * @param digest of its files; null until it was imported
     * @param restatedAt when GitHub last changed it; null if never
     * @param partUrls where its files are kept, as GitHub sent them; empty when they are not, or where people are not named
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Report(
            String kind,
            LocalDate firstDay,
            LocalDate day,
            String outcome,
            int parts,
            long rows,
            long bytes,
            @Nullable String digest,
            Instant attemptedAt,
            @Nullable Instant importedAt,
            @Nullable Instant restatedAt,
            @Nullable String problem,
            List<String> partUrls) {}
}
