/** Reads the sources of an organization: what the first load and every refresh enqueue, and the job that reads seats and bill. */
@NullMarked
package dev.flightlog.sync;

import org.jspecify.annotations.NullMarked;
