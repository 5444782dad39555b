/** Seat reviews and seat requests as values, and every decision about them. Pure. */
@NullMarked
package dev.flightlog.review;

import org.jspecify.annotations.NullMarked;
