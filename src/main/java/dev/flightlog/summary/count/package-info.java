/** Counts a week from stored usage and seats into a summary value. */
@NullMarked
package dev.flightlog.summary.count;

import org.jspecify.annotations.NullMarked;
