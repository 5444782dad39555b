package dev.flightlog.summary;

/** Is called when a weekly post was made or edited. */
public interface SummaryListener {
    /** After GitHub took it. */
    void posted(long org);
}
