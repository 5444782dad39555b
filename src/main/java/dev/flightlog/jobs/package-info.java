/** Durable jobs in Postgres, one at a time for each key, on db-scheduler. */
@NullMarked
package dev.flightlog.jobs;

import org.jspecify.annotations.NullMarked;
