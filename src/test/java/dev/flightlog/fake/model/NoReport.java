package dev.flightlog.fake.model;

/** The ways in which GitHub says that there is no report for a day (github.md: Reports). */
public enum NoReport {
    /** 204 for organization-1-day and repos-1-day, 404 for the others. */
    AS_DOCUMENTED,
    NO_CONTENT,
    NOT_FOUND,
    EMPTY_STRING,
    NO_REPORT_AVAILABLE
}
