package dev.flightlog.ingest;

import dev.flightlog.copilot.ReportAnswer;
import dev.flightlog.copilot.ReportKind;
import dev.flightlog.copilot.Reports;
import dev.flightlog.github.GitHubException;
import dev.flightlog.organization.Organization;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** GitHub's current links to a report, for those who fetch the files themselves. The links are secrets: never logged. */
@Singleton
public class CurrentReport {
    private final Reports reports;
    private final InstantSource clock;

    CurrentReport(Reports reports, InstantSource clock) {
        this.reports = reports;
        this.clock = clock;
    }

    /** Asks GitHub for the latest 28-day report of users. */
    public Answer latestUsers(Organization organization) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        try {
            ReportAnswer answer =
                    reports.ask(organization.access(), organization.login(), ReportKind.USERS_28_DAY, today);
            return switch (answer) {
                case ReportAnswer.Available(LocalDate first, LocalDate last, List<URI> links) ->
                    new Answer.Links(first, last, links);
                case ReportAnswer.NotAvailable(String reason) -> new Answer.NoReport(reason);
            };
        } catch (GitHubException refused) {
            return new Answer.Refused(refused.failure().inWords());
        }
    }

    /** What GitHub said. */
    public sealed interface Answer {
        /** Signed links that live about an hour. */
        record Links(LocalDate firstDay, LocalDate lastDay, List<URI> links) implements Answer {
            public Links {
                links = List.copyOf(links);
            }

            @Override
            public String toString() {
                return "Links[" + firstDay + " to " + lastDay + ", " + links.size() + " parts]";
            }
        }

        /** There is none now. */
        record NoReport(String why) implements Answer {}

        /** GitHub did not answer, or refused. */
        record Refused(String why) implements Answer {}
    }
}
