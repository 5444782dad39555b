/** Receives the parts of a report: checks the digest while the bytes stream to a temporary file. */
@NullMarked
package dev.flightlog.ingest.receive;

import org.jspecify.annotations.NullMarked;
