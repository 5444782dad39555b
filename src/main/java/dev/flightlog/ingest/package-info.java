/** Report files to rows: which reports are due, the ledger of imports, and the history of an organization. */
@NullMarked
package dev.flightlog.ingest;

import org.jspecify.annotations.NullMarked;
