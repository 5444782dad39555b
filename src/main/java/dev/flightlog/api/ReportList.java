package dev.flightlog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flightlog.copilot.ReportKind;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
     * @param rows how many the files have; null where a report about people has too few rows for a reader who may not
     *     know who they are
     * @param bytes of its files, compressed; null where rows is
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
            @Nullable Long rows,
            @Nullable Long bytes,
            @Nullable String digest,
            Instant attemptedAt,
            @Nullable Instant importedAt,
            @Nullable Instant restatedAt,
            @Nullable String problem,
            List<String> partUrls) {
        private static final Set<String> ABOUT_PEOPLE = Stream.of(
                        ReportKind.USERS_1_DAY, ReportKind.USERS_28_DAY, ReportKind.USER_TEAMS_1_DAY)
                .map(ReportKind::text)
                .collect(Collectors.toUnmodifiableSet());

        private Report withoutFew(int least) {
            boolean few = rows != null && rows > 0 && rows < least && ABOUT_PEOPLE.contains(kind);
            return few
                    ? new Report(
                            kind,
                            firstDay,
                            day,
                            outcome,
                            parts,
                            null,
                            null,
                            digest,
                            attemptedAt,
                            importedAt,
                            restatedAt,
                            problem,
                            partUrls)
                    : this;
        }
    }

    /**
     * For whoever may not know who is in the files: a report about people has a row for each, so that few rows are a count of
     * few people.
     *
     * @param least the policy's {@code privacy.min_team_size}
     */
    ReportList withoutFew(int least) {
        return new ReportList(
                totalReports,
                reports.stream().map(report -> report.withoutFew(least)).toList());
    }
}
