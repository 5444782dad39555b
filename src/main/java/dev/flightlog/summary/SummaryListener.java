package dev.flightlog.summary;

/** Wants to know when a weekly post stands, or stands with other words. */
public interface SummaryListener {
    /** After GitHub took it. */
    void posted(long org);
}
