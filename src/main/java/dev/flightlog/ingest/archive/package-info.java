/** The raw report files, kept compressed so that a corrected rule can be applied to the past. */
@NullMarked
package dev.flightlog.ingest.archive;

import org.jspecify.annotations.NullMarked;
