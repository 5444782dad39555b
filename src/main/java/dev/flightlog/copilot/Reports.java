package dev.flightlog.copilot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.Access;
import dev.flightlog.github.Downloads;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.rest.RestClient;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Asks GitHub for reports, and opens their part files (github.md: Reports). */
@Singleton
public class Reports {
    private final RestClient rest;
    private final Downloads downloads;

    Reports(RestClient rest, Downloads downloads) {
        this.rest = rest;
        this.downloads = downloads;
    }

    /**
     * Where a report is. Everything that means "not yet, or never" is one answer: 204, 404, and a text in place of an
     * object.
     *
     * @param day UTC day; not sent for a kind of which there is only a latest one
     * @throws GitHubException for everything that is not about this report: permission, policy, rate limit, outage
     */
    public ReportAnswer ask(Access access, String login, ReportKind kind, LocalDate day) {
        try {
            return read(rest.get(access, path(login, kind, day)), day);
        } catch (GitHubException refused) {
            if (refused.failure() instanceof Failure.NotFound) {
                return new ReportAnswer.NotAvailable("GitHub has no such report (404)");
            }
            throw refused;
        }
    }

    /**
     * Opens a part; the caller closes it.
     *
     * @throws GitHubException not found for a link that expired or leads nowhere yet
     */
    public InputStream open(URI link) {
        return downloads.open(link);
    }

    private static String path(String login, ReportKind kind, LocalDate day) {
        String path =
                "/orgs/" + URLEncoder.encode(login, StandardCharsets.UTF_8) + "/copilot/metrics/reports/" + kind.text();
        return kind.daily() ? path + "?day=" + day : path + "/latest";
    }

    static ReportAnswer read(JsonNode answer, LocalDate day) {
        if (!answer.isObject()) {
            return new ReportAnswer.NotAvailable("GitHub has no report (yet)");
        }
        List<URI> links = links(answer.path("download_links"));
        if (links.isEmpty()) {
            return new ReportAnswer.NotAvailable("GitHub named no file for this report");
        }
        return available(answer, day, links);
    }

    private static ReportAnswer available(JsonNode answer, LocalDate day, List<URI> links) {
        try {
            LocalDate reportDay = date(answer, "report_day", day);
            LocalDate last = date(answer, "report_end_day", reportDay);
            return new ReportAnswer.Available(date(answer, "report_start_day", last), last, links);
        } catch (DateTimeParseException | IllegalArgumentException unreadable) {
            return new ReportAnswer.NotAvailable("GitHub's answer names no readable days");
        }
    }

    private static LocalDate date(JsonNode answer, String field, LocalDate otherwise) {
        return answer.hasNonNull(field) ? LocalDate.parse(answer.get(field).asText()) : otherwise;
    }

    private static List<URI> links(JsonNode array) {
        List<URI> links = new ArrayList<>();
        for (JsonNode link : array) {
            links.add(URI.create(link.asText()));
        }
        return links;
    }
}
