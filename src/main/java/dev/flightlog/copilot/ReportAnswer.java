package dev.flightlog.copilot;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;

/** What GitHub said when asked for a report. */
public sealed interface ReportAnswer {
    /**
     * There is one.
     *
     * @param firstDay first day it covers
     * @param lastDay last day it covers; the same for a report of one day
     * @param links one signed link for each part: secrets that live about an hour
     */
    record Available(LocalDate firstDay, LocalDate lastDay, List<URI> links) implements ReportAnswer {
        public Available {
            links = List.copyOf(links);
            if (links.isEmpty()) {
                throw new IllegalArgumentException("links must name at least one part, but is empty");
            }
            if (lastDay.isBefore(firstDay) || lastDay.isAfter(firstDay.plusDays(31))) {
                throw new IllegalArgumentException(
                        "lastDay must be within 31 days of " + firstDay + ", but is " + lastDay);
            }
        }

        @Override
        public String toString() {
            return "Available[" + firstDay + " to " + lastDay + ", " + links.size() + " parts]";
        }
    }

    /**
     * There is none (yet).
     *
     * @param reason in words, for an administrator
     */
    record NotAvailable(String reason) implements ReportAnswer {}
}
