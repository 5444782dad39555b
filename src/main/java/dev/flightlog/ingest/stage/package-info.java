/** Parsed rows of a report, spooled to temporary files by day, with their totals. */
@NullMarked
package dev.flightlog.ingest.stage;

import org.jspecify.annotations.NullMarked;
