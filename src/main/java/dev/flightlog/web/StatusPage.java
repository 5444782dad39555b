package dev.flightlog.web;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;

/**
 * How fresh everything is, what is wrong, and what to do.
 *
 * @param digest what became of the last digest; empty where it is off
 */
public record StatusPage(
        String sentence,
        List<SourceRow> sources,
        Content permissions,
        String digest,
        String queue,
        List<Job> jobs,
        Content dead,
        List<Limit> limits)
        implements Page {
    @Override
    public String template() {
        return "status.jte";
    }

    /** Jobs of one name that are overdue. */
    public record Job(String name, String waiting, Instant due) {}

    /** What is left of one of GitHub's limits. */
    public record Limit(String resource, String left, Instant reset) {}
}
