package dev.flightlog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;

/** GitHub's current links to a report: signed, good for about an hour, to be fetched without a token. */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReportLinks(List<URI> downloadLinks, LocalDate reportStartDay, LocalDate reportEndDay) {
    @Override
    public String toString() {
        return "ReportLinks[" + reportStartDay + " to " + reportEndDay + ", " + downloadLinks.size() + " parts]";
    }
}
