/** Loads staged days into Postgres: a day is replaced as a whole or not at all. */
@NullMarked
package dev.flightlog.ingest.load;

import org.jspecify.annotations.NullMarked;
