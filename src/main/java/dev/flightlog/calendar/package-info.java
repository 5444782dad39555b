/** ISO weeks, UTC days and the schedule of the weekly summary. */
@NullMarked
package dev.flightlog.calendar;

import org.jspecify.annotations.NullMarked;
